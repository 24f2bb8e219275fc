package io.cohorte.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.accounts.AccountQueries;
import io.cohorte.support.EmptyInstallationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmptyInstallationTest
class DemoAreaTests {

    @Autowired
    DemoArea demo;

    @Autowired
    AccountQueries accounts;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesThePlaceOfTheSetUpAndMakesItsOwnerTheOperator() {
        assertThat(demo.buildIfEmpty(DemoPlan.read(), 0)).isTrue();

        assertThat(accounts.isEmpty()).isFalse();
        assertThat(mvc.get().uri("/setup")).hasStatus(404);
        assertThat(jdbc.sql("SELECT email FROM accounts WHERE operator")
                        .query(String.class)
                        .list())
                .containsExactly(DemoPlan.read().owner().email());
        assertThat(jdbc.sql("SELECT base IS NULL FROM import_quotas")
                        .query(Boolean.class)
                        .list())
                .as("without a quota of imports")
                .containsExactly(true);
        assertThat(jdbc.sql("SELECT count(*) FROM inbox_entries WHERE state <> 'BROKEN'")
                        .query(Long.class)
                        .single())
                .as("reports of purchases")
                .isEqualTo(6);
        assertThat(mvc.get()
                        .uri("/o/"
                                + jdbc.sql(
                                                "SELECT code FROM offer_codes JOIN offers USING (offer_id) WHERE name = 'Curso completo'")
                                        .query(String.class)
                                        .single()))
                .as("an offer that can be bought")
                .bodyText()
                .contains("Transferencia u otro pago directo");
        assertThat(demo.buildIfEmpty(DemoPlan.read(), 0)).isFalse();
    }
}
