package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.Actor;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductRef;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL as the last backstop of quotas: each rule is broken by plain SQL, and refused. */
@CohorteTest
class QuotaConstraintsTests {

    @Autowired
    World world;

    @Autowired
    Quotas quotas;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, UUID> ids = new HashMap<>();

    @BeforeEach
    void build() {
        ProductRef product = world.product().ref();
        ImportId run = ImportId.next();
        quotas.set(product.area(), 10, 0, Actor.program());
        quotas.reserve(product, run, 6);
        quotas.settle(product, run, 5);
        ids.putAll(Map.of(
                "area", product.area().value(),
                "product", product.id().value(),
                "import", run.value(),
                "new", Ids.next()));
    }

    @ParameterizedTest
    @CsvSource({
        "base = -1, import_quotas_base_check",
        "base = 1000000001, import_quotas_base_check",
        "credits = -1, import_quotas_credits_check",
        "used = -1, import_quotas_used_check",
        "reserved = -1, import_quotas_reserved_check",
        "used = NULL, not-null"
    })
    void refusesAQuotaThatCannotBe(String change, String constraint) {
        refused(constraint, "UPDATE import_quotas SET " + change + " WHERE area_id = :area");
    }

    @Test
    void refusesASecondQuotaOfAnAreaAndOneOfNone() {
        refused("import_quotas_pkey", "INSERT INTO import_quotas (area_id) VALUES (:area)");
        refused("import_quotas_area_id_fkey", "INSERT INTO import_quotas (area_id) VALUES (:new)");
    }

    @ParameterizedTest
    @CsvSource({
        "returned = 6, no_import_returns_more_than_it_used",
        "returned = -1, no_import_returns_more_than_it_used",
        "'used = NULL, returned = 1', no_import_returns_more_than_it_used",
        "used = -1, import_quota_claims_used_check",
        "reserved = -1, import_quota_claims_reserved_check",
        "area_id = :new, import_quota_claims_area_id_fkey"
    })
    void refusesAClaimThatCannotBe(String change, String constraint) {
        refused(
                constraint,
                "UPDATE import_quota_claims SET " + change + " WHERE product_id = :product AND import_id = :import");
    }

    @Test
    void refusesASecondClaimOfAnImport() {
        refused(
                "import_quota_claims_pkey",
                "INSERT INTO import_quota_claims (product_id, import_id, area_id, reserved) VALUES (:product, :import, :area, 1)");
    }

    @ParameterizedTest
    @CsvSource({
        "'RESERVED', 1, -1, :product, :new, no_reservation_leaves_a_debt",
        "'RESERVED', 1, 4, :product, :import, an_import_reserves_and_settles_once",
        "'SETTLED', 1, 4, :product, :import, an_import_reserves_and_settles_once",
        "'RETURNED', NULL, 4, :product, :import, only_a_limit_may_be_none",
        "'RETURNED', -1, 4, :product, :import, import_quota_entries_amount_check",
        "'RETURNED', 1, 4, :product, NULL, what_is_not_set_is_of_an_import",
        "'SET', 1, 4, :product, :import, what_is_not_set_is_of_an_import",
        "'TAKEN', 1, 4, :product, :import, import_quota_entries_kind_check"
    })
    void refusesAnEntryThatCannotBe(
            String kind, String amount, String remaining, String product, String run, String constraint) {
        refused(constraint, """
                INSERT INTO import_quota_entries (area_id, entry_id, at, kind, amount, remaining, product_id, import_id)
                VALUES (:area, :new, now(), '%s', %s, %s, %s, %s)
                """.formatted(kind, amount, remaining, product, run));
    }

    private void refused(String constraint, String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).params(ids).update()).rootCause().hasMessageContaining(constraint);
    }
}
