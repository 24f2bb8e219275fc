package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL as the last backstop of what is said of modules and pages: each is broken by plain SQL, and refused. */
@CohorteTest
class ContentConstraintsTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Map<String, Object> ids;

    @BeforeEach
    void write() {
        TestProduct product = world.product();
        ModuleId module = world.module(product, "La luz");
        PageId page = world.page(product, module, "La exposición");
        ids = new HashMap<>();
        ids.put("product", product.ref().id().value());
        ids.put("module", module.value());
        ids.put("page", page.value());
        ids.put("id", Ids.next());
        ids.put("other", world.module(world.product(), "De otro producto").value());
    }

    @Test
    void refusesAModuleOfNoOutline() {
        refused("modules_product_id_fkey", """
                INSERT INTO modules VALUES (:id, :module, 'X', '', 0, false, now(), 0)
                """);
    }

    @Test
    void refusesNamesAndDescriptionsOutOfBounds() {
        refused("modules_name_check", "UPDATE modules SET name = '' WHERE product_id = :product");
        refused("modules_name_check", "UPDATE modules SET name = repeat('x', 201) WHERE product_id = :product");
        refused(
                "modules_description_check",
                "UPDATE modules SET description = repeat('x', 2001) WHERE product_id = :product");
    }

    @Test
    void refusesTitlesAndTextsOutOfBounds() {
        refused("pages_title_check", "UPDATE pages SET title = '' WHERE product_id = :product");
        refused("pages_title_check", "UPDATE pages SET title = repeat('x', 201) WHERE product_id = :product");
        refused("pages_text_check", "UPDATE pages SET text = repeat('x', 200001) WHERE product_id = :product");
    }

    @Test
    void refusesAPageInAModuleOfAnotherProduct() {
        refused(
                "a_page_is_in_a_module_of_its_product",
                "UPDATE pages SET module_id = :other WHERE product_id = :product AND page_id = :page");
    }

    @Test
    void refusesToDeleteAModuleThatHasPages() {
        refused(
                "a_page_is_in_a_module_of_its_product",
                "DELETE FROM modules WHERE product_id = :product AND module_id = :module");
    }

    @Test
    void refusesTheSameModuleOrPageTwice() {
        refused("modules_pkey", "INSERT INTO modules SELECT * FROM modules WHERE product_id = :product");
        refused("pages_pkey", "INSERT INTO pages SELECT * FROM pages WHERE product_id = :product");
    }

    @Test
    void refusesAPasswordThatIsNotHashed() {
        refused("a_password_is_kept_hashed", "UPDATE pages SET password_id = :id WHERE product_id = :product");
        refused("a_password_is_kept_hashed", "UPDATE pages SET password_hash = 'x' WHERE product_id = :product");
    }

    @Test
    void refusesAnUnlockOfNoPage() {
        refused("an_unlock_is_of_a_page", "INSERT INTO page_unlocks VALUES (:product, :id, :id, :id, :id, now())");
    }

    @Test
    void refusesAPageToGoBeforeItsUnlocks() {
        ids.put("student", Ids.next());
        refused("an_unlock_is_of_a_page", """
                WITH unlocked AS (INSERT INTO page_unlocks VALUES (:product, :page, :student, :id, :id, now()) RETURNING 1)
                DELETE FROM pages WHERE product_id = :product AND page_id = :page AND EXISTS (SELECT FROM unlocked)
                """);
    }

    @Test
    void refusesTwoPresentStatesOfAPage() {
        refused("one_present_content_state", """
                INSERT INTO content_states (product_id, subject_id, valid_from, state)
                VALUES (:product, :page, now() + interval '1 day', '{}')
                """);
    }

    @Test
    void refusesAStateThatEndsBeforeItBegins() {
        refused("content_states_check", """
                INSERT INTO content_states VALUES (:product, :id, now(), now() - interval '1 second', '{}')
                """);
    }

    private void refused(String constraint, String sql) {
        Map<String, Object> used = new HashMap<>();
        ids.forEach((name, value) -> {
            if (sql.contains(":" + name)) {
                used.put(name, (UUID) value);
            }
        });
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql(sql).params(used).update()))
                .rootCause()
                .hasMessageContaining(constraint);
    }
}
