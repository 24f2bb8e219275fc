package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.catalog.Products;
import io.cohorte.imports.AreaImportQueries.AreaImport;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Lists;
import io.cohorte.support.World;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What an area tells of the imports of all its products, and where it lets one choose a product to import to. */
@CohorteTest
class AreaImportsTests {

    @Autowired
    World world;

    @Autowired
    Imports imports;

    @Autowired
    AreaImportQueries history;

    @Autowired
    MockMvcTester mvc;

    @Test
    void listsTheImportsOfAllProductsTheNewestFirstAndThoseOfNoOtherArea() {
        TestProduct first = world.product();
        TestProduct second = world.product(first.area());
        start(world.product());
        ImportId oldest = start(first);
        ImportId middle = start(second);
        ImportId newest = start(first);

        Keyset.Page<AreaImport> page = history.history(first.area().id(), null, Keyset.Request.of(null, null));

        assertThat(page.rows())
                .extracting(
                        it -> it.run().id(), AreaImport::product, it -> it.run().startedBy())
                .containsExactly(
                        tuple(newest, first.ref().id(), "Olga Dueñas"),
                        tuple(middle, second.ref().id(), "Olga Dueñas"),
                        tuple(oldest, first.ref().id(), "Olga Dueñas"));
    }

    @Test
    void pagesForwardsAndBackwardsWithoutLosingOne() {
        TestProduct first = world.product();
        TestProduct second = world.product(first.area());
        List<ImportId> started = new ArrayList<>();
        IntStream.range(0, Keyset.PAGE + 10).forEach(it -> started.add(0, start(it % 3 == 0 ? second : first)));

        Keyset.Page<AreaImport> top = history.history(first.area().id(), null, Keyset.Request.of(null, null));
        Keyset.Page<AreaImport> rest = history.history(first.area().id(), null, Keyset.Request.of(top.after(), null));
        Keyset.Page<AreaImport> again =
                history.history(first.area().id(), null, Keyset.Request.of(null, rest.before()));

        List<AreaImport> all = new ArrayList<>(top.rows());
        all.addAll(rest.rows());
        assertThat(all).extracting(it -> it.run().id()).containsExactlyElementsOf(started);
        assertThat(again.rows())
                .extracting(it -> it.run().id())
                .containsExactlyElementsOf(started.subList(0, Keyset.PAGE));
        assertThat(rest.after()).isNull();
    }

    @Test
    void offersTheProductsThatEnrolAnybody(@Autowired Products catalog) {
        TestArea area = world.area();
        TestProduct open = world.product(area);
        TestProduct archived = world.product(area);
        catalog.archive(archived.ref(), archived.owner());

        assertThat(mvc.get()
                        .uri("/areas/" + area.slug() + "/members/import")
                        .with(user(area.owner().id().toString())))
                .hasStatusOk()
                .bodyText()
                .contains(open.path() + "/imports/manual", open.path() + "/imports/batch")
                .doesNotContain(archived.ref().id().toString());
    }

    private ImportId start(TestProduct product) {
        String text = "Ana;ana." + ImportId.next() + "@importados.example";
        return imports.start(
                product.ref(),
                Lists.pasted(product.firstGroup(), text),
                ImportOptions.usual(),
                product.area().owner().id());
    }
}
