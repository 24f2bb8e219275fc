package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductRef;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL as the last backstop of undos: each rule is broken by plain SQL, and refused. */
@CohorteTest
class UndoConstraintsTests {

    @Autowired
    World world;

    @Autowired
    ImportRepository imports;

    @Autowired
    JdbcClient jdbc;

    private ProductRef product;
    private AccountId owner;
    private Import run;
    private Import undo;

    @BeforeEach
    void build() {
        TestProduct made = world.product();
        product = made.ref();
        owner = made.area().owner().id();
        run = imports.saveAndFlush(Import.manual(product, ImportId.next(), owner, 0, Instant.now()));
        undo = undoOf(run);
    }

    private Import undoOf(Import undone) {
        return imports.saveAndFlush(Import.undo(product, ImportId.next(), undone, owner, Instant.now()));
    }

    @Test
    void refuseASecondUndoOfAnImport() {
        assertThatThrownBy(() -> undoOf(run))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("an_import_is_undone_once");
    }

    @Test
    void refuseAnUndoOfNothing() {
        refused("an_undo_and_no_other_undoes", "UPDATE imports SET undoes = NULL", undo);
        refused("an_undo_and_no_other_undoes", "UPDATE imports SET undoes = import_id", run);
    }

    @Test
    void refuseToTakeOutByAnImportOrToBringInByAnUndo() {
        refused("only_an_undo_takes_out", "UPDATE imports SET taken_out = 1", run);
        refused("only_an_undo_takes_out", "UPDATE imports SET imported = 1", undo);
    }

    @Test
    void refuseAnUndoThatLosesSomebody() {
        refused(
                "no_line_is_lost",
                "UPDATE imports SET lines = 1, state = 'FINISHED', confirmed_by = started_by, confirmed_at = now()",
                undo);
    }

    @Test
    void refuseToKeepSomebodyWithoutAReasonOrAnEffectThatIsNone() {
        for (String reasons : List.of("NULL", "'{}'")) {
            assertThatThrownBy(() -> insert("KEPT", reasons)).hasMessageContaining("who_is_kept_is_so_for_a_reason");
        }
        assertThatThrownBy(() -> insert("LEAVES", "'{MOVED}'")).hasMessageContaining("who_is_kept_is_so_for_a_reason");
        assertThatThrownBy(() -> insert("FLIES", "NULL")).hasMessageContaining("import_undo_rows_effect_check");
    }

    private void insert(String effect, String because) {
        jdbc.sql("INSERT INTO import_undo_rows (product_id, import_id, line, account_id, effect, because) "
                        + "VALUES (:product, :import, 1, :account, :effect, " + because + ")")
                .param("product", product.id().value())
                .param("import", undo.key().importId())
                .param("account", Ids.next())
                .param("effect", effect)
                .update();
    }

    private void refused(String constraint, String update, Import of) {
        UUID id = of.key().importId();
        assertThatThrownBy(() -> jdbc.sql(update + " WHERE import_id = :import")
                        .param("import", id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(constraint);
    }
}
