package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.content.Arrangements.Way;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.shared.NotFound;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class ArrangementsTests {

    @Autowired
    World world;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Pages pages;

    @Autowired
    ContentQueries content;

    @Autowired
    JdbcClient jdbc;

    TestProduct product;
    ModuleId first;
    ModuleId second;
    PageId a;
    PageId b;
    PageId c;

    @BeforeEach
    void write() {
        product = world.product();
        first = world.module(product, "Uno");
        second = world.module(product, "Dos");
        a = world.page(product, first, "a");
        b = world.page(product, first, "b");
        c = world.page(product, first, "c");
    }

    @Test
    void putsModulesInOrder() {
        arrangements.ofModules(product.ref(), List.of(second, first), product.owner());

        assertThat(modules()).containsExactly("Dos", "Uno");
        arrangements.shift(product.ref(), first, Way.UP, product.owner());
        assertThat(modules()).containsExactly("Uno", "Dos");
        arrangements.shift(product.ref(), first, Way.UP, product.owner());
        assertThat(modules()).containsExactly("Uno", "Dos");
    }

    @Test
    void putsPagesInOrder() {
        arrangements.ofPages(product.ref(), first, List.of(c, a, b), product.owner());
        assertThat(pages(first)).containsExactly("c", "a", "b");

        arrangements.shift(product.ref(), c, Way.DOWN, product.owner());
        assertThat(pages(first)).containsExactly("a", "c", "b");
        world.page(product, first, "d");
        assertThat(pages(first)).containsExactly("a", "c", "b", "d");
    }

    @Test
    void refusesAnOrderOfOthersThanThereAre() {
        assertThatThrownBy(() -> arrangements.ofPages(product.ref(), first, List.of(a, b), product.owner()))
                .isInstanceOf(OrderOutdated.class);
        assertThatThrownBy(() -> arrangements.ofModules(product.ref(), List.of(first), product.owner()))
                .isInstanceOf(OrderOutdated.class);
        ModuleId elsewhere = world.module(world.product(), "De otro producto");
        assertThatThrownBy(() -> arrangements.ofModules(product.ref(), List.of(first, elsewhere), product.owner()))
                .isInstanceOf(OrderOutdated.class);

        assertThat(pages(first)).containsExactly("a", "b", "c");
        assertThat(modules()).containsExactly("Uno", "Dos");
    }

    @Test
    void movesAPageToAnotherModule() {
        PageId d = world.page(product, second, "d");

        arrangements.move(product.ref(), a, second, null, product.owner());
        arrangements.move(product.ref(), c, second, d, product.owner());

        assertThat(pages(first)).containsExactly("b");
        assertThat(pages(second)).containsExactly("c", "d", "a");
        assertThat(moduleInHistory(c)).isEqualTo(second.toString());
    }

    @Test
    void movesAPageWithinItsModule() {
        arrangements.move(product.ref(), c, first, a, product.owner());
        assertThat(pages(first)).containsExactly("c", "a", "b");
        arrangements.move(product.ref(), c, first, null, product.owner());
        assertThat(pages(first)).containsExactly("a", "b", "c");
    }

    @Test
    void movesNoPageToAModuleOfAnotherProductOrBeforeAPageThatIsGone() {
        ModuleId elsewhere = world.module(world.product(), "De otro producto");
        pages.delete(product.ref(), b, product.owner());

        assertThatThrownBy(() -> arrangements.move(product.ref(), a, elsewhere, null, product.owner()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> arrangements.move(product.ref(), a, second, b, product.owner()))
                .isInstanceOf(OrderOutdated.class);
        assertThat(pages(first)).containsExactly("a", "c");
    }

    @Test
    void takesBackNoOrderByATextWrittenMeanwhile() {
        long opened = content.page(product.ref().id(), a).version();
        arrangements.ofPages(product.ref(), first, List.of(b, c, a), product.owner());

        pages.write(product.ref(), a, "a", "Texto", opened, product.owner());

        assertThat(pages(first)).containsExactly("b", "c", "a");
    }

    @Test
    void losesNoPageWhereManyAreMovedAtOnce() throws Exception {
        List<PageId> all = new ArrayList<>(List.of(a, b, c));
        for (int i = 0; i < 9; i++) {
            all.add(world.page(product, i % 2 == 0 ? first : second, "p" + i));
        }
        ExecutorService people = Executors.newFixedThreadPool(4);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> moves = new ArrayList<>();
        for (PageId page : all) {
            for (ModuleId to : List.of(second, first)) {
                moves.add(people.submit(() -> {
                    go.await();
                    arrangements.move(product.ref(), page, to, null, product.owner());
                    return null;
                }));
            }
        }
        go.countDown();
        for (Future<?> move : moves) {
            move.get();
        }
        people.shutdown();

        List<String> there = new ArrayList<>(pages(first));
        there.addAll(pages(second));
        assertThat(there).hasSize(all.size()).doesNotHaveDuplicates();
        for (ModuleId module : List.of(first, second)) {
            assertThat(positions(module)).isEqualTo(sorted(positions(module))).doesNotHaveDuplicates();
        }
    }

    private List<String> modules() {
        return content.outline(product.ref().id()).modules().stream()
                .map(ModuleLine::name)
                .toList();
    }

    private List<String> pages(ModuleId module) {
        return content.outline(product.ref().id()).module(module).orElseThrow().pages().stream()
                .map(PageLine::title)
                .toList();
    }

    private List<Integer> positions(ModuleId module) {
        return jdbc.sql("SELECT position FROM pages WHERE product_id = :product AND module_id = :module ORDER BY 1")
                .param("product", product.ref().id().value())
                .param("module", module.value())
                .query(Integer.class)
                .list();
    }

    private static List<Integer> sorted(List<Integer> numbers) {
        List<Integer> sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        return sorted;
    }

    private String moduleInHistory(PageId page) {
        return jdbc.sql("SELECT state ->> 'module' FROM content_states WHERE subject_id = :page AND valid_to IS NULL")
                .param("page", page.value())
                .query(String.class)
                .single();
    }
}
