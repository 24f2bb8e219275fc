package io.cohorte.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL as the last backstop of rules: each of its constraints is broken by plain SQL, and refuses. */
@CohorteTest
class RuleConstraintsTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Map<String, Object> ids = new HashMap<>();
    private TestProduct other;

    @BeforeEach
    void sayARule() {
        TestProduct product = world.product();
        other = world.product(product.area());
        ModuleId module = world.module(product, "Módulo");
        PageId page = world.page(product, module, "Página");
        ids.put("product", product.ref().id().value());
        ids.put("module", module.value());
        ids.put("page", page.value());
        ids.put("group", product.firstGroup().value());
        jdbc.sql(
                        "INSERT INTO content_rules (product_id, page_id, audience, version) VALUES (:product, :page, 'ALL', 1)")
                .params(ids)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {":module, :page", "NULL, NULL"})
    void refusesARuleOfBothOrOfNeither(String subject) {
        refused(
                subject.startsWith("NULL") ? "not-null" : "a_rule_is_of_a_module_or_a_page",
                "INSERT INTO content_rules (product_id, module_id, page_id, audience, version) VALUES (:product, "
                        + subject + ", 'ALL', 1)");
    }

    @Test
    void refusesAModuleThatInherits() {
        refused(
                "a_module_inherits_from_nothing",
                "INSERT INTO content_rules (product_id, module_id, audience, version) "
                        + "VALUES (:product, :module, 'INHERITED', 1)");
    }

    @Test
    void refusesAnAudienceItDoesNotKnow() {
        refused("content_rules_audience_check", "UPDATE content_rules SET audience = 'SOME' WHERE page_id = :page");
    }

    @Test
    void refusesRulesOfContentOfAnotherProduct() {
        ids.put("product", other.ref().id().value());
        String insert =
                "INSERT INTO content_rules (product_id, %s_id, audience, version) VALUES (:product, :%1$s, 'ALL', 1)";

        refused("content_rules_product_id_page_id_fkey", insert.formatted("page"));
        refused("content_rules_product_id_module_id_fkey", insert.formatted("module"));
    }

    @Test
    void keepsContentThatHasRulesAndRulesThatHaveGroups() {
        allowed(groupRule(":group", "NULL, NULL, NULL", "NULL, NULL, NULL"));

        refused("content_rules_product_id_page_id_fkey", "DELETE FROM pages WHERE page_id = :page");
        refused("a_group_rule_is_of_a_rule", "DELETE FROM content_rules WHERE page_id = :page");
    }

    @Test
    void refusesARuleForAGroupOfAnotherProduct() {
        GroupId stranger = other.firstGroup();
        ids.put("group", stranger.value());

        refused("a_rule_is_for_a_group_of_its_product", groupRule(":group", "NULL, NULL, NULL", "NULL, NULL, NULL"));
    }

    @Test
    void refusesARuleOfAGroupWithoutTheRule() {
        ids.put("page", UUID.randomUUID());

        refused("a_group_rule_is_of_a_rule", groupRule(":group", "NULL, NULL, NULL", "NULL, NULL, NULL"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a_schedule_is_replaced_as_a_whole | 'AT_ONCE', NULL, NULL           | NULL, NULL, NULL
            a_schedule_is_replaced_as_a_whole | NULL, NULL, NULL                | 'NEVER', NULL, NULL
            a_release_has_what_it_needs       | 'AT_ONCE', 3, NULL              | 'NEVER', NULL, NULL
            a_release_has_what_it_needs       | 'AFTER_PURCHASE', NULL, NULL    | 'NEVER', NULL, NULL
            a_release_has_what_it_needs       | 'ON_DAY', NULL, NULL            | 'NEVER', NULL, NULL
            a_release_has_what_it_needs       | NULL, NULL, '2026-03-02'        | NULL, NULL, NULL
            an_expiry_has_what_it_needs       | 'AT_ONCE', NULL, NULL           | 'AFTER_PURCHASE', NULL, NULL
            an_expiry_has_what_it_needs       | 'AT_ONCE', NULL, NULL           | 'AFTER_RELEASE', NULL, '2026-03-02'
            an_expiry_has_what_it_needs       | 'AT_ONCE', NULL, NULL           | 'ON_DAY', NULL, NULL
            an_expiry_has_what_it_needs       | 'AT_ONCE', NULL, NULL           | 'NEVER', 5, NULL
            an_expiry_comes_after_its_release | 'ON_DAY', NULL, '2026-03-02'    | 'ON_DAY', NULL, '2026-03-01'
            an_expiry_comes_after_its_release | 'AFTER_PURCHASE', 7, NULL       | 'AFTER_PURCHASE', 7, NULL
            group_rules_release_check         | 'SOME_DAY', NULL, NULL          | 'NEVER', NULL, NULL
            group_rules_expiry_check          | 'AT_ONCE', NULL, NULL           | 'SOME_DAY', NULL, NULL
            group_rules_release_days_check    | 'AFTER_PURCHASE', -1, NULL      | 'NEVER', NULL, NULL
            group_rules_release_days_check    | 'AFTER_PURCHASE', 36501, NULL   | 'NEVER', NULL, NULL
            group_rules_expiry_days_check     | 'AT_ONCE', NULL, NULL           | 'AFTER_PURCHASE', 0, NULL
            group_rules_expiry_days_check     | 'AT_ONCE', NULL, NULL           | 'AFTER_RELEASE', 36501, NULL
            """, quoteCharacter = '"')
    void refusesASchedule(String constraint, String release, String expiry) {
        refused(constraint, groupRule(":group", release, expiry));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'ON_DAY', NULL, '2026-03-02'    | 'ON_DAY', NULL, '2026-03-02'
            'AFTER_PURCHASE', 0, NULL       | 'AFTER_PURCHASE', 1, NULL
            'AFTER_PURCHASE', 36500, NULL   | 'AFTER_RELEASE', 36500, NULL
            'ON_DAY', NULL, '2026-03-02'    | 'AFTER_PURCHASE', 1, NULL
            """, quoteCharacter = '"')
    void takesASchedule(String release, String expiry) {
        allowed(groupRule(":group", release, expiry));
    }

    @Test
    void keepsOnePresentStateOfEachRule() {
        String state =
                "INSERT INTO rule_states (product_id, subject_id, valid_from, valid_to, state) VALUES (:product, :page, ";
        allowed(state + "'2026-03-01', NULL, '{}')");

        refused("one_present_rule_state", state + "'2026-03-02', NULL, '{}')");
        refused("rule_states_check", state + "'2026-02-02', '2026-02-01', '{}')");
    }

    private static String groupRule(String group, String release, String expiry) {
        return "INSERT INTO group_rules (product_id, subject_id, group_id, in_audience, release, release_days, "
                + "release_day, expiry, expiry_days, expiry_day) VALUES (:product, :page, " + group + ", true, "
                + release + ", " + expiry + ")";
    }

    private void allowed(String sql) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).params(ids).update());
    }

    private void refused(String constraint, String sql) {
        assertThatThrownBy(() -> allowed(sql)).rootCause().hasMessageContaining(constraint);
    }
}
