package io.cohorte.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.groups.AccessEffects;
import io.cohorte.groups.AccessEffects.Effect;
import io.cohorte.groups.AccessForecast.MoveEffects;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberSelection;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who loses and who gains what, before it is done. The students bought on {@link World#ANCHOR}. */
@CohorteTest
class ForecastTests {

    @Autowired
    World world;

    @Autowired
    Forecast forecast;

    @Autowired
    AccessRules rules;

    @Autowired
    Memberships memberships;

    @Autowired
    ProductQueries products;

    @Autowired
    MovableClock clock;

    private TestProduct product;
    private GroupId vip;
    private PageId open;
    private PageId exclusive;
    private PageId later;

    @BeforeEach
    void build() {
        clock.moveTo(World.ANCHOR
                .plusDays(3)
                .atStartOfDay(ZoneId.of("America/Bogota"))
                .toInstant());
        product = world.product();
        vip = world.group(product, "VIP");
        ModuleId module = world.module(product, "Uno");
        open = world.page(product, module, "Abierta");
        exclusive = world.page(product, module, "Exclusiva");
        later = world.page(product, module, "Más tarde");
        set(exclusive, new Rules(new Audience.Chosen(Set.of(vip)), Map.of()));
        Schedule afterAWeek = new Schedule(new Release.AfterPurchase(7), new Expiry.Never());
        set(later, new Rules(new Audience.All(), Map.of(vip, afterAWeek)));
    }

    @AfterEach
    void goBackInTime() {
        clock.reset();
    }

    @Test
    void saysWhatStudentsOfAClosedGroupLoseAndGain() {
        world.students(product, vip, "Ana", 3);
        world.students(product, product.firstGroup(), "Beto", 2);

        AccessEffects effects = forecast.ofClosing(view(), vip, product.firstGroup());

        assertThat(effects.effects())
                .containsExactly(new Effect(3, List.of("Exclusiva"), List.of("Más tarde"), List.of(), List.of()));
        assertThat(effects.seenByNobody()).containsExactly("Exclusiva");
    }

    @Test
    void saysWhatMovingMeansForEachGroup() {
        world.students(product, product.firstGroup(), "Ana", 2);

        Map<GroupId, MoveEffects> effects =
                forecast.ofMoving(view(), new MemberSelection.Matching(MemberFilter.all(), 2));

        assertThat(effects.get(product.firstGroup()).kept().isNone()).isTrue();
        assertThat(effects.get(vip).kept().effects())
                .containsExactly(new Effect(2, List.of("Más tarde"), List.of("Exclusiva"), List.of(), List.of()));
        assertThat(effects.get(vip).kept().losers()).isEqualTo(2);
        assertThat(effects.get(vip).kept().gainers()).isEqualTo(2);
    }

    @Test
    void countsARestartedPurchaseDateFromToday() {
        Schedule threeDays = new Schedule(new Release.AtOnce(), new Expiry.AfterPurchase(2));
        set(open, new Rules(new Audience.All(), Map.of(vip, threeDays, product.firstGroup(), threeDays)));
        world.students(product, product.firstGroup(), "Ana", 1);
        MemberSelection all = new MemberSelection.Matching(MemberFilter.all(), 1);

        assertThat(forecast.ofMoving(view(), all)
                        .get(vip)
                        .kept()
                        .effects()
                        .get(0)
                        .gains())
                .containsExactly("Exclusiva");
        assertThat(forecast.ofMoving(view(), all)
                        .get(vip)
                        .restarted()
                        .effects()
                        .get(0)
                        .gains())
                .containsExactly("Abierta", "Exclusiva");
    }

    @Test
    void saysWhatAChangedRuleTakesAndGives() {
        world.students(product, vip, "Ana", 2);
        world.students(product, product.firstGroup(), "Beto", 5);

        AccessEffects effects = forecast.ofRules(
                view(),
                new Subject.OfPage(exclusive),
                new Rules(new Audience.Chosen(Set.of(product.firstGroup())), Map.of()));

        assertThat(effects.effects())
                .containsExactly(
                        new Effect(5, List.of(), List.of("Exclusiva"), List.of(), List.of()),
                        new Effect(2, List.of("Exclusiva"), List.of(), List.of(), List.of()));
        assertThat(effects.seenByNobody()).isEmpty();
    }

    @Test
    void tellsWhatWouldHaveOpenedLater() {
        world.students(product, vip, "Ana", 1);

        AccessEffects effects = forecast.ofPublishing(view(), new Subject.OfPage(later), false);

        assertThat(effects.effects())
                .containsExactly(new Effect(1, List.of(), List.of(), List.of("Más tarde"), List.of()));
        assertThat(effects.seenByNobody()).containsExactly("Más tarde");
    }

    @Test
    void leavesOutBlockedAndFormerStudents() {
        List<AccountId> students = world.students(product, vip, "Ana", 3);
        memberships.block(product.ref(), students.get(0), product.owner());
        memberships.remove(product.ref(), students.get(1), product.owner());

        assertThat(forecast.ofDeleting(view(), new Subject.OfPage(exclusive)).losers())
                .isEqualTo(1);
    }

    @Test
    void comparesDefaultGroupsForThoseWhoWillBuy() {
        AccessEffects effects = forecast.ofMakingDefault(view(), product.firstGroup(), vip);

        assertThat(effects.effects())
                .containsExactly(new Effect(1, List.of("Más tarde"), List.of("Exclusiva"), List.of(), List.of()));
    }

    private void set(PageId page, Rules changed) {
        rules.set(product.ref(), new Subject.OfPage(page), changed, version(page), product.owner());
    }

    @Autowired
    AccessQueries queries;

    private long version(PageId page) {
        return queries.rules(product.ref().id(), new Subject.OfPage(page)).version();
    }

    private ProductView view() {
        return products.get(product.ref());
    }
}
