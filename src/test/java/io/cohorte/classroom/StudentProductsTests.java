package io.cohorte.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.classroom.StudentProduct.Standing;
import io.cohorte.classroom.StudentProduct.State;
import io.cohorte.groups.Memberships;
import io.cohorte.progress.Progress;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class StudentProductsTests {

    @Autowired
    World world;

    @Autowired
    StudentProducts products;

    @Autowired
    Memberships memberships;

    @Autowired
    Progress progress;

    @Autowired
    StatementCounter statements;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private TestProduct first;
    private AccountId ana;
    private Instant now;

    @BeforeEach
    void enrolAna() {
        first = world.product();
        ana = world.students(first, first.firstGroup(), "Ana", 1).get(0);
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void tellsTheProductAndItsArea() {
        assertThat(products.of(ana)).singleElement().satisfies(it -> {
            assertThat(it.ref()).isEqualTo(first.ref());
            assertThat(it.areaSlug()).isEqualTo(first.area().slug());
            assertThat(it.path())
                    .isEqualTo(
                            "/learn/" + first.area().slug() + "/" + first.ref().id());
            assertThat(it.archived()).isFalse();
            assertThat(it.lastActiveAt()).isNull();
            assertThat(it.look().logo()).isNull();
            assertThat(it.standing()).isEqualTo(new Standing(State.LIVE, null));
        });
    }

    @Test
    void knowsNothingOfWhoIsStaffOnly() {
        assertThat(products.of(first.area().owner().id())).isEmpty();
    }

    @Test
    void endsWithTheLastOfTheGrantsThatAreLive() {
        ends(now.plus(1, ChronoUnit.DAYS));
        assertThat(standing()).isEqualTo(new Standing(State.LIVE, now.plus(1, ChronoUnit.DAYS)));

        grant(now.plus(9, ChronoUnit.DAYS), null);
        assertThat(standing()).isEqualTo(new Standing(State.LIVE, now.plus(9, ChronoUnit.DAYS)));

        clock.moveTo(clock.instant().plus(10, ChronoUnit.DAYS));
        assertThat(standing()).isEqualTo(new Standing(State.ENDED, now.plus(9, ChronoUnit.DAYS)));
    }

    @Test
    void lastsForLifeWhileOneGrantDoes() {
        ends(now.plus(1, ChronoUnit.DAYS));
        grant(null, null);

        assertThat(standing()).isEqualTo(new Standing(State.LIVE, null));
    }

    @Test
    void isSuspendedWhileNoOtherGrantIsLive() {
        ends(now.minus(1, ChronoUnit.DAYS));
        grant(null, now.minus(2, ChronoUnit.HOURS));
        assertThat(standing()).isEqualTo(new Standing(State.SUSPENDED, now.minus(2, ChronoUnit.HOURS)));

        grant(now.plus(1, ChronoUnit.HOURS), null);
        assertThat(standing().state()).isEqualTo(State.LIVE);
    }

    @Test
    void saysThatSomebodyIsBlockedBeforeAllElse() {
        memberships.block(first.ref(), ana, first.owner());
        assertThat(standing().state()).isEqualTo(State.BLOCKED);

        memberships.remove(first.ref(), ana, first.owner());
        assertThat(standing().state()).isEqualTo(State.BLOCKED);

        memberships.unblock(first.ref(), ana, first.owner());
        assertThat(standing().state()).isEqualTo(State.ENDED);
    }

    @Test
    void beginsWithWhatWasOpenedLastAndThenTheNewest() {
        clock.moveTo(clock.instant().plus(1, ChronoUnit.MINUTES));
        TestProduct second = enrolInAnother();
        clock.moveTo(clock.instant().plus(1, ChronoUnit.MINUTES));
        TestProduct third = enrolInAnother();
        assertThat(order()).containsExactly(third.ref(), second.ref(), first.ref());

        progress.opened(second.ref().id(), ana, world.page(second, world.module(second, "Uno"), "Una"));
        clock.moveTo(clock.instant().plus(1, ChronoUnit.MINUTES));
        progress.opened(first.ref().id(), ana, world.page(first, world.module(first, "Uno"), "Una"));

        assertThat(order()).containsExactly(first.ref(), second.ref(), third.ref());
    }

    @Test
    void takesOneStatementHoweverManyThereAre() {
        IntStream.range(0, 12).forEach(it -> enrolInAnother());

        assertThat(statements.countDuring(() -> assertThat(products.of(ana)).hasSize(13)))
                .isEqualTo(1);
    }

    private TestProduct enrolInAnother() {
        TestProduct another = world.product(first.area());
        world.enrol(another, another.firstGroup(), List.of(ana));
        return another;
    }

    private List<ProductRef> order() {
        return products.of(ana).stream().map(StudentProduct::ref).toList();
    }

    private Standing standing() {
        return products.of(ana).get(0).standing();
    }

    private void ends(Instant at) {
        jdbc.sql("UPDATE grants SET ends_at = :at WHERE student_id = :ana")
                .param("at", Timestamp.from(at))
                .param("ana", ana.value())
                .update();
    }

    private void grant(@Nullable Instant endsAt, @Nullable Instant suspendedSince) {
        jdbc.sql("""
                        INSERT INTO grants (product_id, student_id, kind, reference, group_id, starts_at, ends_at,
                            suspended_since, version)
                        VALUES (:product, :ana, 'PURCHASE', gen_random_uuid(), :group, :now, :ends, :suspended, 0)
                        """)
                .param("product", first.ref().id().value())
                .param("ana", ana.value())
                .param("group", first.firstGroup().value())
                .param("now", Timestamp.from(now))
                .param("ends", endsAt == null ? null : Timestamp.from(endsAt))
                .param("suspended", suspendedSince == null ? null : Timestamp.from(suspendedSince))
                .update();
    }
}
