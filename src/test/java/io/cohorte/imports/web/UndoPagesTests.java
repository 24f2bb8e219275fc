package io.cohorte.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.groups.Memberships;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportOptions;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportState;
import io.cohorte.imports.ImportView;
import io.cohorte.imports.Imports;
import io.cohorte.imports.RowFilter;
import io.cohorte.imports.RowView;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Lists;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Undoing an import as a browser without scripts goes from page to page. */
@CohorteTest
class UndoPagesTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    ImportQueries queries;

    @Autowired
    Memberships memberships;

    private TestProduct product;
    private ImportView run;
    private List<RowView> people;

    @BeforeEach
    void build() {
        product = world.product();
        long now = System.nanoTime();
        ImportId id = imports.start(
                product.ref(),
                Lists.pasted(product.firstGroup(), "Ana;ana%1$d@uno.example\nBea;bea%1$d@uno.example".formatted(now)),
                ImportOptions.usual(),
                product.area().owner().id());
        run = when(id, ImportView::finished);
        people = queries.rows(product.ref().id(), id, RowFilter.ALL, Keyset.Request.of(null, null))
                .rows();
    }

    @Test
    void showsWhatWouldHappenThenDoesItAndTellsSoOnBothPages() {
        memberships.block(product.ref(), people.get(1).account(), product.owner());
        assertThat(get(run.id())).bodyText().contains("Deshacer la importación", "Se puede deshacer hasta");

        ImportView undo = begin();

        assertThat(get(undo.id()))
                .bodyText()
                .contains("Todavía no cambió nada", "fue bloqueada", "Sí, deshacer", "Se guarda hasta");
        assertThat(post(undo.id(), "/undo/confirm", undo.version())).hasStatus3xxRedirection();
        when(undo.id(), ImportView::finished);
        assertThat(get(undo.id())).bodyText().contains("Importación deshecha", "Salieron", "Se quedaron como estaban");
        assertThat(get(run.id()))
                .bodyText()
                .contains("Esta importación se deshizo.", "Olga Dueñas")
                .doesNotContain(
                        "Se puede deshacer hasta", "/members/" + people.get(0).account());
    }

    @Test
    void asksToLookAgainIfSomethingChanged() {
        ImportView undo = begin();
        memberships.block(product.ref(), people.get(0).account(), product.owner());

        post(undo.id(), "/undo/confirm", undo.version());

        assertThat(queries.get(product.ref(), undo.id()).state()).isEqualTo(ImportState.PREVIEW);
        assertThat(get(undo.id())).bodyText().contains("fue bloqueada");
    }

    @Test
    void leavesTheImportAsItIs() {
        ImportView undo = begin();

        assertThat(post(undo.id(), "/undo/discard", 0)).hasRedirectedUrl(product.path() + "/imports/" + run.id());
        assertThat(get(undo.id())).hasStatus(404);
        assertThat(get(run.id())).bodyText().contains("Se puede deshacer hasta");
    }

    private ImportView begin() {
        String page = post(run.id(), "/undo", 0).getResponse().getRedirectedUrl();
        ImportId id = new ImportId(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
        return when(id, it -> it.state() == ImportState.PREVIEW);
    }

    private MvcTestResult get(ImportId id) {
        return mvc.get()
                .uri(product.path() + "/imports/" + id)
                .with(user(product.area().owner().id().toString()))
                .exchange();
    }

    private MvcTestResult post(ImportId id, String page, long version) {
        return mvc.post()
                .uri(product.path() + "/imports/" + id + page)
                .param("version", String.valueOf(version))
                .with(user(product.area().owner().id().toString()))
                .with(csrf())
                .exchange();
    }

    private ImportView when(ImportId id, Predicate<ImportView> is) {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> queries.get(product.ref(), id), is);
    }
}
