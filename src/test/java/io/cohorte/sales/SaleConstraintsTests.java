package io.cohorte.sales;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL refuses of purchases and their events, whoever asks it to. */
@CohorteTest
class SaleConstraintsTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;

    @BeforeEach
    void make() {
        product = world.product();
    }

    @Test
    void keepsAnEventOnce() {
        assertThatCode(() -> event("e", "transaction", "'T'")).doesNotThrowAnyException();
        assertThatThrownBy(() -> event("e", "transaction", "'T'")).hasMessageContaining("sale_events_pkey");
    }

    @Test
    void keepsNoEventOfNothing() {
        assertThatThrownBy(() -> event("e", "transaction", "NULL")).hasMessageContaining("an_event_is_of_something");
    }

    @Test
    void keepsNoPaymentThatLeadsNowhere() {
        assertThatThrownBy(() -> event("e", "transaction, approved_at", "'T', now()"))
                .hasMessageContaining("what_leads_to_a_group_knows_when");
    }

    @Test
    void keepsNoMoneyWithoutACurrency() {
        assertThatThrownBy(() -> event("e", "transaction, amount_minor", "'T', 100"))
                .hasMessageContaining("money_has_a_currency");
        assertThatThrownBy(() -> event("e", "transaction, amount_minor, currency", "'T', -1, 'USD'"))
                .hasMessageContaining("sale_events_amount_minor_check");
    }

    @Test
    void keepsAPurchaseOnce() {
        assertThatCode(() -> purchase("T", "'PENDING'", "NULL", "NULL")).doesNotThrowAnyException();
        assertThatThrownBy(() -> purchase("T", "'PENDING'", "NULL", "NULL"))
                .hasMessageContaining("a_purchase_is_there_once");
    }

    @Test
    void keepsNoPaidPurchaseWithoutABuyer() {
        assertThatThrownBy(() -> purchase("T", "'LIVE'", "now()", "NULL"))
                .hasMessageContaining("a_paid_purchase_has_a_buyer");
        assertThatThrownBy(() -> purchase("T", "'PENDING'", "now()", "NULL"))
                .hasMessageContaining("a_paid_purchase_has_a_buyer");
    }

    @Test
    void endsNoPurchaseWithoutSayingWhy() {
        purchase("T", "'PENDING'", "NULL", "NULL");
        assertThatThrownBy(() -> jdbc.sql("UPDATE purchases SET ended_at = now() WHERE product_id = ?")
                        .param(product.ref().id().value())
                        .update())
                .hasMessageContaining("an_ended_purchase_says_why");
    }

    @Test
    void suspendsNobodyWhoIsIn() {
        AccountId student =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);
        assertThatThrownBy(() -> jdbc.sql("UPDATE memberships SET suspended_at = now() WHERE student_id = ?")
                        .param(student.value())
                        .update())
                .hasMessageContaining("who_is_suspended_is_not_in");
    }

    private void event(String key, String columns, String values) {
        jdbc.sql("INSERT INTO sale_events (product_id, source, event_key, kind, occurred_at, buyer, " + columns + ") "
                        + "VALUES (?, 'HOTMART', ?, 'APPROVED', now(), 'a@b.example', " + values + ")")
                .params(product.ref().id().value(), key)
                .update();
    }

    private void purchase(String reference, String state, String approvedAt, String student) {
        jdbc.sql(
                        "INSERT INTO purchases (product_id, purchase_id, area_id, source, reference, buyer, student_id, state, "
                                + "subscription, payments, approved_at, counts, changed_at) VALUES (?, ?, ?, 'HOTMART', ?, "
                                + "'a@b.example', " + student + ", " + state + ", false, 0, " + approvedAt
                                + ", false, now())")
                .params(
                        product.ref().id().value(),
                        UUID.randomUUID(),
                        product.area().id().value(),
                        reference)
                .update();
    }
}
