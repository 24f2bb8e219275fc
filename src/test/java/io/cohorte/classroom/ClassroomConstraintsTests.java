package io.cohorte.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.PageId;
import io.cohorte.content.PagePasswords;
import io.cohorte.content.Pages;
import io.cohorte.shared.ProductId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL itself guards of the student's side: each rule is broken by plain SQL, and refuses. */
@CohorteTest
class ClassroomConstraintsTests {

    @Autowired
    World world;

    @Autowired
    Modules modules;

    @Autowired
    Pages pages;

    @Autowired
    PagePasswords passwords;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private ProductId id;

    @BeforeEach
    void build() {
        product = world.product();
        id = product.ref().id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "now(), now(), 0, 0                      | page_progress_openings_check",
                "now(), now(), 1, -1                     | page_progress_video_seconds_check",
                "now(), now(), 1, 1000001                | page_progress_video_seconds_check",
                "now(), now() - interval '1 day', 1, 0   | a_page_is_opened_first_and_last_in_order"
            })
    void refusesProgressThatCannotBe(String values, String constraint) {
        refused(
                constraint,
                "INSERT INTO page_progress (product_id, student_id, page_id, first_opened_at, last_opened_at, openings, "
                        + "video_seconds) VALUES (:product, gen_random_uuid(), gen_random_uuid(), " + values + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NULL, NULL, NULL                                    | a_view_is_as_a_group_or_a_student",
                "gen_random_uuid(), now(), gen_random_uuid()         | a_view_is_as_a_group_or_a_student",
                "gen_random_uuid(), NULL, NULL                       | a_view_as_a_group_has_a_purchase_date",
                "NULL, now(), gen_random_uuid()                      | a_view_as_a_group_has_a_purchase_date"
            })
    void refusesAViewOfNobodyOrOfTwo(String values, String constraint) {
        refused(
                constraint,
                "INSERT INTO views_as (product_id, view_id, viewer_id, ends_at, group_id, anchor, student_id) "
                        + "VALUES (:product, gen_random_uuid(), gen_random_uuid(), now(), " + values + ")");
    }

    @Test
    void refusesAViewOfNoProduct() {
        id = new ProductId(UUID.randomUUID());
        refused(
                "views_as_product_id_fkey",
                "INSERT INTO views_as (product_id, view_id, viewer_id, ends_at, student_id) "
                        + "VALUES (:product, gen_random_uuid(), gen_random_uuid(), now(), gen_random_uuid())");
    }

    @Test
    void marksTheOutlineWheneverWhatStandsInItChanges() {
        ModuleId module = world.module(product, "Módulo");
        PageId page = world.page(product, module, "Página");
        List<Runnable> changes = List.of(
                () -> modules.unpublish(product.ref(), module, product.owner()),
                () -> pages.unpublish(product.ref(), page, product.owner()),
                () -> passwords.set(product.ref(), page, "abracadabra", product.owner()),
                () -> plain(
                        "INSERT INTO content_rules (product_id, page_id, audience, version) SELECT product_id, page_id, "
                                + "'ALL', 1 FROM pages WHERE product_id = :product"),
                () -> plain(
                        "INSERT INTO group_rules (product_id, subject_id, group_id, in_audience) SELECT product_id, "
                                + "page_id, group_id, true FROM pages JOIN groups USING (product_id) WHERE product_id = :product"),
                () -> plain("UPDATE group_rules SET in_audience = false WHERE product_id = :product"),
                () -> plain("DELETE FROM group_rules WHERE product_id = :product"),
                () -> plain("UPDATE content_rules SET audience = 'INHERITED' WHERE product_id = :product"),
                () -> plain("DELETE FROM content_rules WHERE product_id = :product"),
                () -> pages.delete(product.ref(), page, product.owner()),
                () -> modules.delete(product.ref(), module, product.owner()));

        for (int i = 0; i < changes.size(); i++) {
            long before = mark();
            changes.get(i).run();
            assertThat(mark()).as("change %d", i).isNotEqualTo(before);
        }
    }

    private long mark() {
        return jdbc.sql("SELECT changed_by FROM outlines WHERE product_id = :product")
                .param("product", id.value())
                .query(Long.class)
                .single();
    }

    private void plain(String change) {
        assertThat(jdbc.sql(change).param("product", id.value()).update()).isPositive();
    }

    private void refused(String constraint, String change) {
        assertThatThrownBy(() -> plain(change))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(constraint);
    }
}
