package io.cohorte.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.NotFound;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestArea;
import io.cohorte.web.Keyset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands in the outbox: with its cause or not at all, once, and to be found again. */
@CohorteTest
class OutboxTests {

    @Autowired
    BeanFactory program;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows rows;

    @Autowired
    MailQueries queries;

    @Autowired
    World world;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private MailBench bench;
    private TestArea area;

    @BeforeEach
    void build() {
        bench = new MailBench(program);
        area = world.area();
    }

    @AfterEach
    void clear() {
        bench.clear();
        clock.reset();
    }

    @Test
    void holdsWhatWasQueuedWithItsCauseOrNotAtAll() {
        Mailing mailing = mailing(3);

        transaction.executeWithoutResult(status -> {
            outbox.queueAll(mailing);
            status.setRollbackOnly();
        });

        assertThat(queries.ofCause(mailing.cause())).isEmpty();
    }

    @Test
    void pagesThroughEveryMessageOnceThereAndBack() {
        Mailing one = mailing(70);
        Mailing other = mailing(60);
        outbox.queueAll(one);
        outbox.queueAll(other);
        outbox.withdrawAll(one.cause(), List.copyOf(one.accounts()).subList(0, 30));
        MailFilter all = new MailFilter(area.id(), null, null);

        List<MailView> seen = new ArrayList<>();
        Keyset.Page<MailView> page = queries.page(all, Keyset.Request.of(null, null));
        seen.addAll(page.rows());
        while (page.after() != null) {
            page = queries.page(all, Keyset.Request.of(page.after(), null));
            seen.addAll(page.rows());
        }

        assertThat(seen).hasSize(130).doesNotHaveDuplicates();
        assertThat(seen).extracting(MailView::cause).isSortedAccordingTo((a, b) -> b.toString()
                .compareTo(a.toString()));
        Keyset.Page<MailView> back = queries.page(all, Keyset.Request.of(null, page.before()));
        assertThat(back.rows()).isEqualTo(seen.subList(50, 100));
        assertThat(queries.counts(area.id(), null).get(MailState.WITHDRAWN).value())
                .isEqualTo(30);
        assertThat(queries.page(new MailFilter(area.id(), MailState.WITHDRAWN, null), Keyset.Request.of(null, null))
                        .rows())
                .hasSize(30)
                .allMatch(it -> it.state() == MailState.WITHDRAWN);
    }

    @Test
    void findsWhatAnAreaSentSomebodyAndNothingOfOtherAreas() {
        AccountId person = bench.newcomer();
        Letter ours = bench.queue(area, person);
        bench.queue(world.area(), person);
        outbox.queue(Letter.of("ACTIVATION", person));

        assertThat(queries.newest(area.id(), person, 5))
                .extracting(MailView::key)
                .containsExactly(ours.key());
    }

    @Test
    void sendsNothingAgainThatWaitsOrIsOfAnotherArea() {
        Letter letter = bench.queue(area, bench.newcomer());

        assertThatThrownBy(() ->
                        outbox.resend(area.id(), letter.key(), area.owner().actor()))
                .isInstanceOf(NotSentYet.class);
        assertThatThrownBy(() -> outbox.resend(
                        world.area().id(), letter.key(), area.owner().actor()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void forgetsWhatWasSaidAfterNinetyDays() {
        Letter letter = bench.queue(area, bench.newcomer());
        jdbc.sql("INSERT INTO outbox_bodies (cause, account_id, kind, sending, sent_at, address, subject, body) "
                        + "VALUES (:cause, :account, 'ACTIVATION', 1, now(), 'a@b.example', 'Hola', 'Hola')")
                .param("cause", letter.cause())
                .param("account", letter.account().value())
                .update();

        rows.deleteBodiesBefore(Instant.now().minus(Duration.ofDays(90)));
        assertThat(queries.bodies(letter.key())).hasSize(1);
        rows.deleteBodiesBefore(Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(queries.bodies(letter.key())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_message_is_in_a_state: UPDATE outbox SET state = 'LOST' WHERE cause = :cause",
                "what_was_sent_knows_when: UPDATE outbox SET state = 'SENT' WHERE cause = :cause",
                "outbox_pkey: INSERT INTO outbox (cause, account_id, due_at, bulk, kind, state) "
                        + "SELECT cause, account_id, due_at, bulk, kind, state FROM outbox WHERE cause = :cause",
                "areas_sender_name_check: UPDATE areas SET sender_name = '' WHERE :cause IS NOT NULL",
                "areas_reply_to_check: UPDATE areas SET reply_to = '@' WHERE :cause IS NOT NULL",
                "mail_outage_one_check: INSERT INTO mail_outage (one, since, retry_at) "
                        + "SELECT false, due_at, due_at FROM outbox WHERE cause = :cause"
            })
    void isKeptSoundByTheDatabase(String rule) {
        Letter letter = bench.queue(area, bench.newcomer());
        String[] parts = rule.split(": ", 2);

        assertThatThrownBy(
                        () -> jdbc.sql(parts[1]).param("cause", letter.cause()).update())
                .hasMessageContaining(parts[0]);
    }

    private Mailing mailing(int people) {
        return new Mailing(
                "ACTIVATION",
                area.id(),
                null,
                Ids.next(),
                Stream.generate(bench::newcomer).limit(people).toList(),
                false);
    }
}
