package io.cohorte.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.console.WhyInGroup.Because;
import io.cohorte.groups.GrantKind;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.HistoryCause;
import io.cohorte.groups.HistoryKind;
import io.cohorte.groups.StudentQueries.GrantView;
import io.cohorte.groups.StudentQueries.HistoryView;
import io.cohorte.offers.OfferId;
import io.cohorte.sales.PurchaseView;
import io.cohorte.sales.PurchaseView.State;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhyInGroupTests {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final List<HistoryView> history = new ArrayList<>();
    private final List<GrantView> grants = new ArrayList<>();
    private final List<PurchaseView> purchases = new ArrayList<>();

    @Test
    void namesThePurchaseByWhoseOfferTheyJoined() {
        PurchaseView vip = bought("VIP", true, 0);
        entry(HistoryKind.JOINED, HistoryCause.PURCHASE, vip.id(), null, "VIP", 0);

        assertThat(why(vip.id())).isEqualTo(new WhyInGroup(Because.OFFER, at(0), null, null, null, vip, null, null));
    }

    @Test
    void namesTheLaterPurchaseThatMovedThem() {
        bought("Base", true, 0);
        PurchaseView vip = bought("VIP", true, 1);
        entry(HistoryKind.JOINED, HistoryCause.PURCHASE, purchases.get(1).id(), null, "Base", 0);
        entry(HistoryKind.MOVED, HistoryCause.PURCHASE, vip.id(), "Base", "VIP", 1);

        WhyInGroup why = why(vip.id());

        assertThat(why.because()).isEqualTo(Because.OFFER);
        assertThat(why.purchase()).isEqualTo(vip);
        assertThat(why.formerGroup()).isEqualTo("Base");
    }

    @Test
    void saysThatNoOfferDecidesWhereItsOfferLedToNoGroup() {
        PurchaseView plain = bought("General", false, 0);
        entry(HistoryKind.JOINED, HistoryCause.PURCHASE, plain.id(), null, "General", 0);

        WhyInGroup why = why(null);

        assertThat(why.because()).isEqualTo(Because.DEFAULT);
        assertThat(why.purchase()).isEqualTo(plain);
    }

    @Test
    void namesThePurchaseThatEndedAndTheOneThatDecidesSince() {
        PurchaseView base = bought("Base", true, 0);
        PurchaseView vip = ended(bought("VIP", true, 1), 2);
        entry(HistoryKind.MOVED, HistoryCause.PURCHASE, vip.id(), "VIP", "Base", 2);

        WhyInGroup why = why(base.id());

        assertThat(why.because()).isEqualTo(Because.OFFER_LEFT);
        assertThat(why.purchase()).isEqualTo(base);
        assertThat(why.ended()).isEqualTo(vip);
    }

    @Test
    void saysThatTheDefaultIsLeftWhereNoOtherPurchaseDecides() {
        bought("General", false, 0);
        PurchaseView vip = ended(bought("VIP", true, 1), 2);
        entry(HistoryKind.MOVED, HistoryCause.PURCHASE, vip.id(), "VIP", "General", 2);

        WhyInGroup why = why(vip.id());

        assertThat(why.because()).isEqualTo(Because.DEFAULT_LEFT);
        assertThat(why.purchase()).isNull();
        assertThat(why.ended()).isEqualTo(vip);
    }

    @Test
    void namesWhoMovedThemAndThePurchaseThatCountsLess() {
        PurchaseView vip = bought("VIP", true, 0);
        entry(HistoryKind.JOINED, HistoryCause.PURCHASE, vip.id(), null, "VIP", 0);
        entry(HistoryKind.MOVED, HistoryCause.STAFF, null, "VIP", "Base", 1);

        assertThat(why(vip.id())).isEqualTo(new WhyInGroup(Because.MOVED, at(1), "Olga", "VIP", null, null, null, vip));
    }

    @Test
    void namesNoPurchaseThatLeadsWhereTheyWereMovedAnyway() {
        bought("VIP", true, 0);
        entry(HistoryKind.MOVED, HistoryCause.STAFF, null, "Base", "VIP", 1);

        assertThat(why(null).overruled()).isNull();
    }

    @Test
    void namesTheImport() {
        UUID run = Ids.next();
        entry(HistoryKind.JOINED, HistoryCause.IMPORT, run, null, "VIP", 0);
        assertThat(why(null)).extracting(WhyInGroup::because, WhyInGroup::run).containsExactly(Because.IMPORTED, run);

        entry(HistoryKind.MOVED, HistoryCause.IMPORT, run, "VIP", "Base", 1);
        assertThat(why(null))
                .extracting(WhyInGroup::because, WhyInGroup::run)
                .containsExactly(Because.MOVED_BY_IMPORT, run);

        entry(HistoryKind.MOVED, HistoryCause.UNDO, run, "Base", "VIP", 2);
        assertThat(why(null))
                .extracting(WhyInGroup::because, WhyInGroup::run)
                .containsExactly(Because.IMPORT_UNDONE, run);
    }

    @Test
    void saysThatTheirGroupWasClosed() {
        entry(HistoryKind.JOINED, HistoryCause.IMPORT, Ids.next(), null, "VIP", 0);
        entry(HistoryKind.MOVED, HistoryCause.GROUP_CLOSED, null, "VIP", "General", 1);

        assertThat(why(null))
                .isEqualTo(new WhyInGroup(Because.GROUP_CLOSED, at(1), "Olga", "VIP", null, null, null, null));
    }

    @Test
    void passesOverWhatLeftThemWhereTheyWere() {
        entry(HistoryKind.JOINED, HistoryCause.IMPORT, Ids.next(), null, "VIP", 0);
        entry(HistoryKind.MOVED, HistoryCause.STAFF, null, "VIP", "VIP", 1);
        entry(HistoryKind.BLOCKED, HistoryCause.STAFF, null, "VIP", "VIP", 2);
        entry(HistoryKind.SUSPENDED, HistoryCause.PURCHASE, Ids.next(), "VIP", "VIP", 3);

        assertThat(why(null).because()).isEqualTo(Because.IMPORTED);
        assertThat(WhyInGroup.of(List.of(), null, List.of(), List.of()).because())
                .isEqualTo(Because.UNKNOWN);
    }

    private WhyInGroup why(@Nullable UUID placedBy) {
        return WhyInGroup.of(history, placedBy, grants, purchases);
    }

    private void entry(
            HistoryKind kind, HistoryCause cause, @Nullable UUID reference, @Nullable String from, String to, int day) {
        String actor = cause == HistoryCause.PURCHASE ? null : "Olga";
        history.add(0, new HistoryView(at(day), kind, cause, reference, actor, from, to, null, null));
    }

    private PurchaseView bought(String group, boolean routes, int day) {
        PurchaseView purchase = purchase(Ids.next(), State.LIVE, group, at(day), null);
        purchases.add(0, purchase);
        grants.add(0, new GrantView(GrantKind.PURCHASE, purchase.id(), group, routes, at(day), null, null, null, true));
        return purchase;
    }

    private PurchaseView ended(PurchaseView live, int day) {
        PurchaseView ended = purchase(live.id(), State.ENDED, live.groupName(), live.approvedAt(), at(day));
        purchases.replaceAll(it -> it.equals(live) ? ended : it);
        return ended;
    }

    private static PurchaseView purchase(
            UUID id, State state, @Nullable String group, @Nullable Instant approved, @Nullable Instant ended) {
        return new PurchaseView(
                id,
                SaleSource.OWN,
                id.toString(),
                "ana@alumnos.example",
                AccountId.next(),
                state,
                false,
                1,
                approved,
                null,
                new OfferId(Ids.next()),
                "Oferta " + group,
                new GroupId(Ids.next()),
                group,
                null,
                null,
                ended,
                ended == null ? null : "REFUNDED",
                null,
                null,
                null,
                null);
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
