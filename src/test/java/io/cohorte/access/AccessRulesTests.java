package io.cohorte.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for rules, and the history that each change leaves from the first day. */
@CohorteTest
class AccessRulesTests {

    private static final Schedule LATER = new Schedule(new Release.AfterPurchase(7), new Expiry.Never());

    @Autowired
    World world;

    @Autowired
    AccessRules rules;

    @Autowired
    AccessQueries queries;

    @Autowired
    Groups groups;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private TestProduct product;
    private GroupId vip;
    private PageId page;
    private Subject subject;

    @BeforeEach
    void build() {
        product = world.product();
        vip = world.group(product, "VIP");
        ModuleId module = world.module(product, "Uno");
        page = world.page(product, module, "Bienvenida");
        subject = new Subject.OfPage(page);
    }

    @AfterEach
    void goBackInTime() {
        clock.reset();
    }

    @Test
    void keepsHowRulesWereFromWhenToWhen() {
        clock.moveTo(Instant.parse("2026-03-01T12:00:00Z"));
        rules.set(product.ref(), subject, new Rules(new Audience.Chosen(Set.of(vip)), Map.of()), 0, product.owner());
        clock.moveTo(Instant.parse("2026-03-02T12:00:00Z"));
        rules.schedule(product.ref(), page, vip, LATER, 1, product.owner());
        clock.moveTo(Instant.parse("2026-03-03T12:00:00Z"));
        rules.include(product.ref(), page, vip, product.owner());
        groups.close(product.ref(), vip, product.owner());
        clock.moveTo(Instant.parse("2026-03-04T12:00:00Z"));
        pages.delete(product.ref(), page, product.owner());

        assertThat(periods())
                .containsExactly(
                        "2026-03-01 2026-03-02 CHOSEN 1 false",
                        "2026-03-02 2026-03-03 CHOSEN 1 true",
                        "2026-03-03 2026-03-04 CHOSEN 0 false");
    }

    @Test
    void leavesNothingOfAClosedGroupButWhatOthersHave() {
        Rules both = new Rules(
                new Audience.Chosen(Set.of(vip, product.firstGroup())),
                Map.of(vip, LATER, product.firstGroup(), LATER));
        rules.set(product.ref(), subject, both, 0, product.owner());

        groups.close(product.ref(), vip, product.owner());

        assertThat(queries.rules(product.ref().id(), subject).rules())
                .isEqualTo(new Rules(
                        new Audience.Chosen(Set.of(product.firstGroup())), Map.of(product.firstGroup(), LATER)));
        assertThatExceptionOfType(StaleEdit.class)
                .as("a form that was open meanwhile")
                .isThrownBy(() -> rules.set(product.ref(), subject, Rules.OF_A_PAGE, 1, product.owner()));
    }

    @Test
    void refusesAGroupThatIsGoneAndAPageOfAnotherProduct() {
        groups.close(product.ref(), vip, product.owner());
        Rules forNobody = new Rules(new Audience.Chosen(Set.of(vip)), Map.of());

        assertThatExceptionOfType(GroupGone.class)
                .isThrownBy(() -> rules.set(product.ref(), subject, forNobody, 0, product.owner()));
        TestProduct other = world.product(product.area());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> rules.set(other.ref(), subject, Rules.OF_A_PAGE, 0, product.owner()));
    }

    @Test
    void includesAGroupInWhatThePageInherits() {
        ModuleId module = world.module(product, "Dos");
        PageId inheriting = world.page(product, module, "Heredera");
        Rules forVip = new Rules(new Audience.Chosen(Set.of(vip)), Map.of());
        rules.set(product.ref(), new Subject.OfModule(module), forVip, 0, product.owner());

        rules.include(product.ref(), inheriting, product.firstGroup(), product.owner());

        assertThat(queries.rules(product.ref().id(), new Subject.OfPage(inheriting))
                        .rules()
                        .audience())
                .isEqualTo(new Audience.Chosen(Set.of(vip, product.firstGroup())));
    }

    /** Each period with the days it spans, the audience, how many groups it names, and whether one has a schedule. */
    private List<String> periods() {
        UUID group = vip.value();
        return jdbc.sql("""
                        SELECT to_char(valid_from AT TIME ZONE 'UTC', 'YYYY-MM-DD') || ' '
                            || to_char(valid_to AT TIME ZONE 'UTC', 'YYYY-MM-DD') || ' ' || (state ->> 'audience')
                            || ' ' || jsonb_array_length(state -> 'groups') || ' ' || jsonb_exists(state, :group)
                        FROM rule_states WHERE subject_id = :page ORDER BY valid_from
                        """)
                .param("page", page.value())
                .param("group", group.toString())
                .query(String.class)
                .list();
    }
}
