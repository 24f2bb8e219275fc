package io.cohorte.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.StudentQueries;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.Offers;
import io.cohorte.sales.MisplacementQueries.UnlinkedOffer;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Shop;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sits in another group than their purchase leads to (product.md part 3, 7). */
@CohorteTest
class MisplacementsTests {

    @Autowired
    World world;

    @Autowired
    Purchases purchases;

    @Autowired
    MisplacementQueries misplaced;

    @Autowired
    Misplacements misplacements;

    @Autowired
    Memberships memberships;

    @Autowired
    StudentQueries students;

    @Autowired
    Offers offers;

    @Autowired
    OfferQueries offerQueries;

    @Autowired
    Groups groups;

    private TestProduct product;
    private GroupId general;
    private GroupId vip;
    private OfferId offer;
    private int transactions;

    @BeforeEach
    void build() {
        product = world.product();
        general = product.firstGroup();
        vip = world.group(product, "VIP");
        offer = world.offer(product, "Lanzamiento", null);
    }

    @Test
    void findsWhoBoughtBeforeTheOfferWasLinked() {
        AccountId early = buy("Ana", offer, 60);
        link(offer, vip);
        AccountId late = buy("Bea", offer, 30);

        assertThat(found())
                .extracting(Misplaced::student, Misplaced::name, Misplaced::wantedName, Misplaced::offerName)
                .containsExactly(tuple(early, "Ana", "VIP", "Lanzamiento"));
        assertThat(groupOf(late)).isEqualTo(vip);
    }

    @Test
    void leavesOutWhomSomebodyMovedAfterwardsAndFindsThemOnceTheyBuyAgain() {
        link(offer, vip);
        Buyer ana = Shop.buyer("Ana");
        AccountId student = buy(ana, offer, 60);
        memberships.move(product.ref(), student, general, false, product.owner());
        assertThat(found()).isEmpty();
        OfferId later = world.offer(product, "Después", null);
        buy(ana, later, -60);
        assertThat(found()).isEmpty();

        link(later, vip);

        assertThat(found()).extracting(Misplaced::student).containsExactly(student);
    }

    @Test
    void findsWhoseOfferFollowsTheDefaultByNow() {
        link(offer, vip);
        AccountId student = buy("Ana", offer, 60);

        link(offer, null);

        assertThat(found())
                .extracting(Misplaced::student, Misplaced::wanted, Misplaced::linked)
                .containsExactly(tuple(student, general, false));
    }

    @Test
    void goesByThePurchaseThatLeadsToAGroupHoweverNewOneIsThatLeadsToNone() {
        link(offer, vip);
        Buyer ana = Shop.buyer("Ana");
        buy(ana, offer, 60);
        buy(ana, null, 30);

        assertThat(found()).isEmpty();
    }

    @Test
    void leavesWhomAnImportPlacedWhereNoOfferOfTheirsLeadsAnywhere() {
        AccountId imported = world.students(product, vip, "Ana", 1).get(0);
        Buyer ana =
                new Buyer(EmailAddress.of(students.get(product.ref(), imported).email()), "Ana");

        buy(ana, offer, -60);

        assertThat(found()).isEmpty();
    }

    @Test
    void leavesOutWhoIsNotIn() {
        Buyer ana = Shop.buyer("Ana");
        AccountId student = buy(ana, offer, 60);
        link(offer, vip);
        memberships.remove(product.ref(), student, product.owner());

        assertThat(found()).isEmpty();
    }

    @Test
    void movesAllToWhereTheyBelongAsByHand() {
        OfferId other = world.offer(product, "Otra", null);
        GroupId gold = world.group(product, "Oro");
        AccountId ana = buy("Ana", offer, 60);
        AccountId bea = buy("Bea", other, 60);
        link(offer, vip);
        link(other, gold);

        assertThat(misplacements.settle(product.ref(), null, 2, product.owner()))
                .isEqualTo(2);

        assertThat(groupOf(ana)).isEqualTo(vip);
        assertThat(groupOf(bea)).isEqualTo(gold);
        assertThat(found()).isEmpty();
        assertThat(students.history(product.ref(), ana).get(0))
                .satisfies(it -> assertThat(it.cause().name()).isEqualTo("STAFF"))
                .satisfies(it -> assertThat(it.anchorAfter()).isEqualTo(it.anchorBefore()));
    }

    @Test
    void movesThoseChosenAloneAndNobodyWhoBelongsWhereTheyAre() {
        AccountId ana = buy("Ana", offer, 60);
        AccountId bea = buy("Bea", offer, 60);
        AccountId right = buy("Carla", null, 60);
        link(offer, vip);

        assertThat(misplacements.settle(product.ref(), Set.of(ana, right), 1, product.owner()))
                .isEqualTo(1);

        assertThat(groupOf(ana)).isEqualTo(vip);
        assertThat(groupOf(right)).isEqualTo(general);
        assertThat(found()).extracting(Misplaced::student).containsExactly(bea);
    }

    @Test
    void movesNobodyWhereTheyAreNotAsManyAsSeen() {
        AccountId ana = buy("Ana", offer, 60);
        link(offer, vip);

        assertThatThrownBy(() -> misplacements.settle(product.ref(), null, 2, product.owner()))
                .isInstanceOf(MisplacementsChanged.class);

        assertThat(groupOf(ana)).isEqualTo(general);
    }

    @Test
    void listsThemPageByPageAndCountsThem() {
        List<AccountId> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(buy("Ana", offer, 60));
        }
        link(offer, vip);

        var first = misplaced.list(product.ref(), Keyset.Request.FIRST);
        var second =
                misplaced.list(product.ref(), Keyset.Request.of(first.page().after(), null));
        var back = misplaced.list(
                product.ref(), Keyset.Request.of(null, second.page().before()));

        assertThat(first.count().value()).isEqualTo(60);
        assertThat(first.page().rows()).hasSize(50).isEqualTo(back.page().rows());
        List<Misplaced> together = new ArrayList<>(first.page().rows());
        together.addAll(second.page().rows());
        assertThat(together).extracting(Misplaced::student).containsExactlyInAnyOrderElementsOf(all);
        assertThat(second.page().after()).isNull();
    }

    @Test
    void listsOffersThatLeadToNoGroupWithTheirBuyers() {
        OfferId linked = world.offer(product, "Con grupo", vip);
        OfferId idle = world.offer(product, "Sin ventas", null);
        buy("Ana", offer, 60);
        buy("Bea", offer, 60);
        buy("Carla", null, 60);
        buy("Dora", linked, 60);

        assertThat(misplaced.unlinked(product.ref().id()))
                .containsExactly(
                        new UnlinkedOffer(offer, "Lanzamiento", 2),
                        new UnlinkedOffer(null, null, 1),
                        new UnlinkedOffer(idle, "Sin ventas", 0));
    }

    private List<Misplaced> found() {
        return misplaced.list(product.ref(), Keyset.Request.FIRST).page().rows();
    }

    private AccountId buy(String name, @Nullable OfferId by, int secondsAgo) {
        return buy(Shop.buyer(name), by, secondsAgo);
    }

    private AccountId buy(Buyer buyer, @Nullable OfferId by, int secondsAgo) {
        transactions++;
        return new Shop(purchases)
                .buy(
                        product,
                        buyer,
                        "T" + transactions + UUID.randomUUID(),
                        by,
                        Instant.now().minusSeconds(secondsAgo))
                .student();
    }

    private GroupId groupOf(AccountId student) {
        return students.get(product.ref(), student).group();
    }

    private void link(OfferId which, @Nullable GroupId to) {
        GroupId before = offerQueries.get(product.ref().id(), which).group();
        offers.lead(product.ref(), which, Optional.ofNullable(before), to, product.owner());
    }
}
