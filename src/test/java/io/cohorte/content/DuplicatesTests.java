package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.content.ContentQueries.PageDraft;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class DuplicatesTests {

    @Autowired
    World world;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Modules modules;

    @Autowired
    Pages pages;

    @Autowired
    PagePasswords passwords;

    @Autowired
    ContentQueries content;

    @Autowired
    JdbcClient jdbc;

    TestProduct product;
    ModuleId module;
    PageId page;
    UUID video;

    @BeforeEach
    void write() {
        product = world.product();
        module = world.module(product, "La luz");
        page = world.page(product, module, "La exposición");
        world.page(product, module, "La apertura");
        long version = content.page(product.ref().id(), page).version();
        pages.write(product.ref(), page, "La exposición", "Un *texto*", version, product.owner());
        passwords.set(product.ref(), page, "luz", product.owner());
        pages.takeVideoOffline(product.ref(), page, product.owner());
        video = file();
    }

    @Test
    void putsACopyOfAPageBehindIt() {
        PageId copy = duplicates.ofPage(product.ref(), page, "La exposición (copia)", product.owner());

        assertThat(line().pages())
                .extracting(PageLine::title)
                .containsExactly("La exposición", "La exposición (copia)", "La apertura");
        PageDraft made = content.page(product.ref().id(), copy);
        assertThat(made.text()).isEqualTo("Un *texto*");
        assertThat(made.published()).isFalse();
        assertThat(made.module()).isEqualTo(module);
        assertThat(line().pages().get(1).videoOnline()).isFalse();
    }

    @Test
    void asksForTheSamePasswordInACopyWhichNobodyHasGivenThere() {
        PageId copy = duplicates.ofPage(product.ref(), page, "Copia", product.owner());

        assertThat(password(copy)).isNotNull().isNotEqualTo(password(page));
        passwords.unlock(
                product.ref(),
                copy,
                product.area().owner().id(),
                product.firstGroup().value(),
                "luz");
    }

    @Test
    void sharesTheFilesOfThePage() {
        PageId copy = duplicates.ofPage(product.ref(), page, "Copia", product.owner());

        assertThat(jdbc.sql("SELECT kind || ' ' || name FROM page_files WHERE page_id = :page AND file_id = :file")
                        .param("page", copy.value())
                        .param("file", video)
                        .query(String.class)
                        .list())
                .containsExactly("VIDEO clase.mp4");
        assertThat(jdbc.sql("SELECT video_file_id FROM pages WHERE page_id = :page")
                        .param("page", copy.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(video);
    }

    @Test
    void keepsTheHistoryOfACopyFromTheFirst() {
        PageId copy = duplicates.ofPage(product.ref(), page, "Copia", product.owner());

        assertThat(jdbc.sql("SELECT CAST(state ->> 'password' AS uuid) FROM content_states WHERE subject_id = :page "
                                + "AND valid_to IS NULL AND state ->> 'published' = 'false'")
                        .param("page", copy.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(password(copy));
    }

    @Test
    void putsACopyOfAModuleWithItsPagesBehindIt() {
        world.module(product, "Composición");

        ModuleId copy = duplicates.ofModule(product.ref(), module, "La luz (copia)", product.owner());

        Outline outline = content.outline(product.ref().id());
        assertThat(outline.modules())
                .extracting(ModuleLine::name)
                .containsExactly("La luz", "La luz (copia)", "Composición");
        ModuleLine made = outline.module(copy).orElseThrow();
        assertThat(made.published()).isFalse();
        assertThat(made.pages()).extracting(PageLine::title).containsExactly("La exposición", "La apertura");
        assertThat(made.pages()).noneMatch(PageLine::published);
    }

    @Test
    void duplicatesNothingBeyondTheBounds() {
        fill(TooManyPages.MOST);
        assertThatThrownBy(() -> duplicates.ofPage(product.ref(), page, "Copia", product.owner()))
                .isInstanceOf(TooManyPages.class);
        assertThatThrownBy(() -> duplicates.ofModule(product.ref(), module, "Copia", product.owner()))
                .isInstanceOf(TooManyPages.class);
        assertThatThrownBy(() -> pages.create(product.ref(), module, "Otra", product.owner()))
                .isInstanceOf(TooManyPages.class);
        assertThat(content.outline(product.ref().id()).modules()).hasSize(1);
    }

    @Test
    void createsNoMoreModulesThanAProductCanHave() {
        jdbc.sql("INSERT INTO modules SELECT :product, gen_random_uuid(), 'M', '', n, false, now(), 0 "
                        + "FROM generate_series(2, :most) AS n")
                .param("product", product.ref().id().value())
                .param("most", TooManyModules.MOST)
                .update();

        assertThatThrownBy(() -> modules.create(product.ref(), "Otro", "", product.owner()))
                .isInstanceOf(TooManyModules.class);
        assertThatThrownBy(() -> duplicates.ofModule(product.ref(), module, "Copia", product.owner()))
                .isInstanceOf(TooManyModules.class);
    }

    @Test
    void deletesAPageWithWhatIsKeptOfIt() {
        passwords.unlock(
                product.ref(),
                page,
                product.area().owner().id(),
                product.firstGroup().value(),
                "luz");

        pages.delete(product.ref(), page, product.owner());

        assertThat(line().pages()).extracting(PageLine::title).containsExactly("La apertura");
        assertThat(rows("page_files")).isZero();
        assertThat(rows("page_unlocks")).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM content_states WHERE subject_id = :page AND valid_to IS NULL")
                        .param("page", page.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM stored_files WHERE file_id = :file")
                        .param("file", video)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void deletesAModuleWithItsPages() {
        modules.delete(product.ref(), module, product.owner());

        assertThat(content.outline(product.ref().id()).modules()).isEmpty();
        assertThat(rows("pages")).isZero();
    }

    private ModuleLine line() {
        return content.outline(product.ref().id()).module(module).orElseThrow();
    }

    private UUID password(PageId page) {
        return content.outline(product.ref().id()).page(page).orElseThrow().password();
    }

    private long rows(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE product_id = :product")
                .param("product", product.ref().id().value())
                .query(Long.class)
                .single();
    }

    private UUID file() {
        UUID file = Ids.next();
        for (String sql : List.of(
                "INSERT INTO stored_files VALUES (:file, :area, 10, 'video/mp4', now())",
                "INSERT INTO page_files VALUES (:product, :page, :file, 'VIDEO', 'clase.mp4', 0, now())",
                "UPDATE pages SET video_file_id = :file WHERE product_id = :product AND page_id = :page")) {
            var statement = jdbc.sql(sql).param("file", file);
            if (sql.contains(":area")) {
                statement = statement.param("area", product.area().id().value());
            } else {
                statement =
                        statement.param("product", product.ref().id().value()).param("page", page.value());
            }
            statement.update();
        }
        return file;
    }

    private void fill(int most) {
        jdbc.sql("""
                        INSERT INTO pages (product_id, page_id, module_id, title, text, position, published,
                            video_online, created_at, version)
                        SELECT :product, gen_random_uuid(), :module, 'P', '', n, false, true, now(), 0
                        FROM generate_series(3, :most) AS n
                        """)
                .param("product", product.ref().id().value())
                .param("module", module.value())
                .param("most", most)
                .update();
    }
}
