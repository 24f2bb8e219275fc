package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.catalog.Products;
import io.cohorte.offers.OfferId;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AreaId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of entries that can't simply be applied (product.md 1.12, 4.6). */
@CohorteTest
class EntriesTests {

    private static final String PURCHASE =
            "\"purchase\":{\"transaction\":\"HP1\",\"approved_date\":1780000000000," + "\"offer\":{\"code\":\"vip\"}}";
    private static final String BUYER = "\"buyer\":{\"email\":\"Ana@Compras.example\",\"name\":\"Ana\"}";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntryRows rows;

    @Autowired
    Inbox inbox;

    @Autowired
    InboxDrain drain;

    @Autowired
    VendorLinks links;

    @Autowired
    Products products;

    private MonthOfSales month;
    private AreaId area;

    @BeforeEach
    void make() {
        month = MonthOfSales.in(world, jdbc);
        area = month.productA().area().id();
    }

    @Test
    void waitsForAProductAndAnOfferThatNobodyLinkedAndIsAppliedOnceTheyAre() throws Exception {
        UUID entry = told("PURCHASE_APPROVED", "\"product\":{\"id\":77,\"name\":\"Otro\"}," + BUYER + "," + PURCHASE);
        assertThat(state(entry)).isEqualTo("UNLINKED");
        assertThat(codes(entry)).containsExactly("UNLINKED_PRODUCT");
        assertThat(jdbc.sql("SELECT code FROM vendor_offers WHERE area_id = ? AND vendor_id = '77'")
                        .param(area.value())
                        .query(String.class)
                        .list())
                .as("to be linked together with the product")
                .containsExactly("vip");

        links.link(area, "77", month.productA().ref().id(), month.productA().owner());
        work();
        assertThat(codes(entry)).containsExactly("UNLINKED_OFFER");

        OfferId offer = world.offer(month.productA(), "De otro", null);
        jdbc.sql("UPDATE vendor_offers SET product_id = ?, offer_id = ? WHERE area_id = ? AND vendor_id = '77'")
                .params(month.productA().ref().id().value(), offer.value(), area.value())
                .update();
        assertThat(inbox.replay(area, entry, month.productA().owner()))
                .extracting(Decision::code)
                .containsExactly("JOINED");
        assertThat(state(entry)).isEqualTo("APPLIED");
        assertThat(month.now()).hasSize(1);
    }

    @Test
    void appliesABundleAsFarAsItsMembersAreLinkedAndWaitsForTheRest() throws Exception {
        UUID entry = told(
                "PURCHASE_APPROVED",
                "\"product\":{\"id\":88,\"content\":{\"products\":[{\"id\":4100001},{\"id\":89,\"name\":\"Nuevo\"}]}},"
                        + BUYER + "," + PURCHASE);

        assertThat(state(entry)).isEqualTo("UNLINKED");
        assertThat(codes(entry)).containsExactly("JOINED", "UNLINKED_PRODUCT");
        assertThat(month.now()).hasSize(1);
    }

    @Test
    void keepsWhoBoughtAnArchivedProductForSomebodyToSee() throws Exception {
        products.archive(month.productA().ref(), month.productA().owner());
        UUID entry = told("PURCHASE_APPROVED", "\"product\":{\"id\":4100001}," + BUYER + "," + PURCHASE);

        assertThat(state(entry)).isEqualTo("STUCK");
        assertThat(codes(entry)).containsExactly("ARCHIVED");
        assertThat(row(entry))
                .containsEntry("event", "PURCHASE_APPROVED")
                .containsEntry("buyer", "ana@compras.example");
        assertThat(month.now()).isEmpty();

        products.bringBack(month.productA().ref(), month.productA().owner());
        inbox.replay(area, entry, month.productA().owner());
        assertThat(state(entry)).isEqualTo("APPLIED");
        assertThat(month.now()).hasSize(1);
    }

    @Test
    void putsAsideWhatCannotBeWrittenDownAndGoesOnWithTheRest() throws Exception {
        String code = "9".repeat(101);
        UUID poison =
                kept("PURCHASE_APPROVED", "\"product\":{\"id\":78}," + BUYER + "," + PURCHASE.replace("vip", code));
        UUID behind = told("PURCHASE_APPROVED", "\"product\":{\"id\":0}," + BUYER);

        assertThat(state(behind)).isEqualTo("TEST");
        work();
        work();
        assertThat(state(poison)).isEqualTo("STUCK");
    }

    @Test
    void createsNobodyForTheVendorsTests() throws Exception {
        UUID entry = told("PURCHASE_APPROVED", "\"product\":{\"id\":0}," + BUYER + "," + PURCHASE);
        assertThat(state(entry)).isEqualTo("TEST");
        assertThat(month.now()).isEmpty();
    }

    @Test
    void asksForALookWhereSomethingIsMissing() throws Exception {
        String product = "\"product\":{\"id\":4100001}";
        assertThat(codes(told("PURCHASE_APPROVED", product + "," + PURCHASE))).containsExactly("NO_ADDRESS");
        assertThat(codes(told("PURCHASE_APPROVED", product + "," + BUYER))).containsExactly("NO_REFERENCE");
        assertThat(codes(told("PURCHASE_APPROVED", BUYER + "," + PURCHASE))).containsExactly("NO_PRODUCT");
        String plans = "\"subscription\":{\"subscriber_code\":\"S\",\"product\":{\"id\":4100001},"
                + "\"user\":{\"email\":\"ana@compras.example\"}},\"plans\":[{\"current\":true},{\"current\":true}]";
        assertThat(codes(told("SWITCH_PLAN", plans))).containsExactly("AMBIGUOUS_PLAN");
    }

    @Test
    void notesWhatChangesNoAccessAndWhatNobodyKnows() throws Exception {
        assertThat(codes(told("PURCHASE_BILLET_PRINTED", BUYER))).containsExactly("LOGGED");
        assertThat(codes(told("PURCHASE_TELEPORTED", BUYER))).containsExactly("UNKNOWN_EVENT");
    }

    @Test
    void changesNothingByADryRun() throws Exception {
        UUID entry = kept("PURCHASE_APPROVED", "\"product\":{\"id\":4100001}," + BUYER + "," + PURCHASE);

        assertThat(inbox.dryRun(area, entry)).extracting(Decision::code).containsExactly("JOINED");
        assertThat(month.now()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM outbox WHERE area_id = ?")
                        .param(area.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** With the program's own job out of the way. */
    private UUID kept(String event, String data) {
        jdbc.sql("UPDATE hooks SET paused_at = now() WHERE area_id = ?")
                .param(area.value())
                .update();
        String id = UUID.randomUUID().toString();
        String body = "{\"id\":\"" + id + "\",\"creation_date\":1780000000000,\"event\":\"" + event
                + "\",\"version\":\"2.0.0\",\"data\":{" + data + "}}";
        rows.keep(Arrival.of(area, SaleSource.HOTMART, id, body.getBytes(StandardCharsets.UTF_8)));
        return jdbc.sql("SELECT entry_id FROM inbox_entries WHERE area_id = ? AND event_id = ?")
                .params(area.value(), id)
                .query(UUID.class)
                .single();
    }

    private UUID told(String event, String data) throws InterruptedException {
        UUID entry = kept(event, data);
        jdbc.sql("UPDATE hooks SET paused_at = NULL WHERE area_id = ?")
                .param(area.value())
                .update();
        work();
        return entry;
    }

    private void work() throws InterruptedException {
        while (!month.isDone()) {
            drain.run(() -> true);
        }
    }

    private String state(UUID entry) {
        return (String) row(entry).get("state");
    }

    private Map<String, Object> row(UUID entry) {
        return jdbc.sql("SELECT * FROM inbox_entries WHERE area_id = ? AND entry_id = ?")
                .params(area.value(), entry)
                .query()
                .singleRow();
    }

    private List<String> codes(UUID entry) {
        return jdbc.sql(
                        "SELECT d ->> 'code' FROM inbox_entries, jsonb_array_elements(decisions) WITH ORDINALITY AS x (d, n) "
                                + "WHERE area_id = ? AND entry_id = ? ORDER BY n")
                .params(area.value(), entry)
                .query(String.class)
                .list();
    }
}
