package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.NotFound;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Lists;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is kept of imports, and for how long. */
@CohorteTest
class ImportRetentionTests {

    @Autowired
    World world;

    @Autowired
    Imports imports;

    @Autowired
    ImportRetention retention;

    @Autowired
    ImportQueries queries;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;

    @BeforeEach
    void build() {
        product = world.product();
    }

    @Test
    void forgetsTheListAndTheRefusedAfterThirtyDaysAndKeepsWhatBecameOfEachLine() {
        ImportView run = over("Ana;ana%d@importados.example\nSecreto;no es un correo".formatted(System.nanoTime()));
        age(run, 29);
        assertThat(retention.oldLists()).doesNotContain(key(run));
        age(run, 2);
        assertThat(retention.oldLists()).contains(key(run));

        retention.forgetList(key(run));

        assertThat(retention.oldLists()).doesNotContain(key(run));
        assertThat(count("import_parts", run)).isZero();
        assertThat(count("import_edits", run)).isZero();
        assertThat(queries.rows(product.ref().id(), run.id(), RowFilter.ALL, Keyset.Request.of(null, null))
                        .rows())
                .satisfiesExactly(it -> assertThat(it.name()).isEqualTo("Ana"), it -> {
                    assertThat(it.problem()).isEqualTo(ProblemCode.EMAIL_WITHOUT_AT);
                    assertThat(it.raw()).isNull();
                    assertThat(it.name()).isNull();
                    assertThat(it.email()).isNull();
                });
        assertThat(get(run, ""))
                .hasStatusOk()
                .bodyText()
                .contains("ya no están")
                .doesNotContain("Secreto", "/original");
        assertThat(get(run, "/original")).hasStatus(404);
        assertThat(get(run, "/refused")).hasStatus(404);
    }

    @Test
    void discardsAPreviewThatNobodyConfirmedAfterAWeek() {
        ImportId id = imports.take(
                product.ref(),
                Lists.pasted(product.firstGroup(), "Ana;ana@importados.example"),
                product.area().owner().id());
        ImportView preview = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> queries.get(product.ref(), id), it -> it.state() == ImportState.PREVIEW);
        assertThat(get(preview, "")).hasStatusOk().bodyText().contains("Se guarda hasta");
        age(preview, 6);
        assertThat(retention.oldPreviews()).doesNotContain(key(preview));
        age(preview, 2);
        assertThat(retention.oldPreviews()).contains(key(preview));

        retention.discard(key(preview));

        assertThatThrownBy(() -> queries.get(product.ref(), id)).isInstanceOf(NotFound.class);
        assertThat(count("import_rows", preview)).isZero();
        assertThat(count("import_parts", preview)).isZero();
    }

    @Test
    void discardsNothingThatWasConfirmed() {
        ImportView run = over("Ana;ana%d@importados.example".formatted(System.nanoTime()));
        age(run, 10);

        retention.discard(key(run));

        assertThat(retention.oldPreviews()).doesNotContain(key(run));
        assertThat(count("import_rows", run)).isEqualTo(1);
    }

    private MvcTestResult get(ImportView run, String page) {
        return mvc.get()
                .uri(product.path() + "/imports/" + run.id() + page)
                .with(user(product.area().owner().id().toString()))
                .exchange();
    }

    private ImportView over(String text) {
        ImportId id = imports.start(
                product.ref(),
                Lists.pasted(product.firstGroup(), text),
                ImportOptions.usual(),
                product.area().owner().id());
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> queries.get(product.ref(), id), ImportView::finished);
    }

    private void age(ImportView run, int days) {
        jdbc.sql("UPDATE imports SET created_at = created_at - :days * interval '1 day' WHERE import_id = :import")
                .param("days", days)
                .param("import", run.id().value())
                .update();
    }

    private int count(String table, ImportView run) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE product_id = :product AND import_id = :import")
                .param("product", product.ref().id().value())
                .param("import", run.id().value())
                .query(Integer.class)
                .single();
    }

    private ImportKey key(ImportView run) {
        return ImportKey.of(product.ref().id(), run.id());
    }
}
