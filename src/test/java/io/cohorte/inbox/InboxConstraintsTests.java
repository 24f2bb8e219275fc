package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.InboxEntries;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL as the last backstop of the purchase inbox: each of its rules is broken by plain SQL, and refused. */
@CohorteTest
class InboxConstraintsTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Hooks hooks;

    private TestProduct product;
    private AreaId area;
    private UUID entry;

    @BeforeEach
    void build() {
        product = world.product();
        area = product.area().id();
        hooks.open(area, product.owner());
        InboxEntries entries = new InboxEntries(jdbc);
        entry = entries.test(area);
        entries.vendor(area, "4242", "Curso de luz", "abc");
    }

    @Test
    void keepsAnEventOnce() {
        refused("an_event_is_kept_once", """
                INSERT INTO inbox_entries (area_id, entry_id, source, event_id, received_at, state, body)
                SELECT area_id, :id, source, event_id, received_at, 'WAITING', body
                FROM inbox_entries WHERE entry_id = :entry
                """, Map.of("id", Ids.next()));
    }

    @Test
    void knowsOneInvoiceOfAPayment() {
        String insert = "INSERT INTO invoice_payments (area_id, payment, invoice) "
                + "SELECT area_id, :payment, :invoice FROM inbox_entries WHERE entry_id = :entry";
        refused("payment_check", insert, Map.of("payment", "", "invoice", "in_1"));
        refused("invoice_check", insert, Map.of("payment", "pi_1", "invoice", "9".repeat(201)));
        refused(
                "invoice_payments_pkey",
                insert + " UNION ALL SELECT area_id, :payment, 'in_2' FROM inbox_entries WHERE entry_id = :entry",
                Map.of("payment", "pi_1", "invoice", "in_1"));
    }

    @Test
    void leavesNothingDecidedUntold() {
        refused(
                "what_is_decided_is_told",
                "UPDATE inbox_entries SET decisions = NULL WHERE entry_id = :entry",
                Map.of());
        refused(
                "what_is_decided_is_told",
                "UPDATE inbox_entries SET processed_at = NULL WHERE entry_id = :entry",
                Map.of());
        refused(
                "what_is_decided_is_told",
                "UPDATE inbox_entries SET state = 'WAITING' WHERE entry_id = :entry",
                Map.of());
    }

    @Test
    void knowsWhatAnUnlinkedEntryWaitsFor() {
        refused(
                "what_is_unlinked_says_so",
                "UPDATE inbox_entries SET state = 'UNLINKED' WHERE entry_id = :entry",
                Map.of());
        refused(
                "what_is_unlinked_says_so",
                "UPDATE inbox_entries SET state = 'UNLINKED', unlinked = '{}' WHERE entry_id = :entry",
                Map.of());
    }

    @Test
    void keepsNoBodyOfMoreThanAMegabyte() {
        refused(
                "inbox_entries_body_check",
                "UPDATE inbox_entries SET body = :body WHERE entry_id = :entry",
                Map.of("body", new byte[(1 << 20) + 1]));
    }

    @Test
    void knowsNoOtherStateOrSource() {
        refused(
                "inbox_entries_state_check",
                "UPDATE inbox_entries SET state = 'LOST' WHERE entry_id = :entry",
                Map.of());
        refused(
                "inbox_entries_source_check",
                "UPDATE inbox_entries SET source = 'OWN' WHERE entry_id = :entry",
                Map.of());
    }

    @Test
    void hasNoAddressThatCouldBeGuessedAndNoneTwice() {
        refused("hooks_hook_key_check", "UPDATE hooks SET hook_key = 'academia' WHERE area_id = :area", Map.of());
        AreaId other = world.area().id();
        hooks.open(other, product.owner());
        refused(
                "hooks_hook_key_key",
                "UPDATE hooks SET hook_key = (SELECT hook_key FROM hooks WHERE area_id = :other) WHERE area_id = :area",
                Map.of("other", other.value()));
    }

    @Test
    void keepsNoTokenButItsHash() {
        refused(
                "hooks_hotmart_token_check",
                "UPDATE hooks SET hotmart_token = :token WHERE area_id = :area",
                Map.of("token", "tok3n-de-hotmart".getBytes()));
    }

    @Test
    void linksAnOfferOfOneProductOnly() {
        TestProduct other = world.product(product.area());
        Map<String, Object> offer = Map.of(
                "product",
                product.ref().id().value(),
                "offer",
                world.offer(other, "Ajena", null).value());
        refused(
                "a_vendor_offer_is_one_of_its_product",
                "UPDATE vendor_offers SET product_id = :product, offer_id = :offer WHERE area_id = :area",
                offer);
        refused("a_link_is_whole", "UPDATE vendor_offers SET offer_id = :offer WHERE area_id = :area", offer);
        refused("a_link_is_whole", "UPDATE vendor_offers SET product_id = :product WHERE area_id = :area", offer);
    }

    @Test
    void knowsNoOfferOfAProductItDoesNotKnow() {
        refused(
                "vendor_offers_area_id_source_vendor_id_fkey",
                "UPDATE vendor_offers SET vendor_id = '77' WHERE area_id = :area",
                Map.of());
        refused(
                "vendor_products_vendor_id_check",
                "UPDATE vendor_products SET vendor_id = '' WHERE area_id = :area",
                Map.of());
    }

    private void refused(String constraint, String sql, Map<String, ?> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("entry", entry);
        all.put("area", area.value());
        assertThatThrownBy(() -> jdbc.sql(sql).params(all).update())
                .as(constraint)
                .hasMessageContaining(constraint);
    }
}
