package io.cohorte.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.ScriptedSmtpServer;
import io.cohorte.support.ScriptedSmtpServer.Received;
import io.cohorte.support.World.TestArea;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of messages at a mail server that stalls, drops, refuses, defers or is down. */
@CohorteTest
@ExtendWith(OutputCaptureExtension.class)
class MailDeliveryTests {

    @Autowired
    BeanFactory program;

    @Autowired
    Outbox outbox;

    @Autowired
    MailQueries queries;

    @Autowired
    MailDelivery delivery;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private final ScriptedSmtpServer smtp = ScriptedSmtpServer.start();
    private MailBench bench;
    private TestArea area;

    @BeforeEach
    void build() {
        bench = new MailBench(program);
        bench.clear();
        area = bench.area();
    }

    @AfterEach
    void end() {
        smtp.close();
        bench.clear();
        clock.reset();
    }

    @Test
    void sendsOverOneConnectionAsLongAsItHolds() {
        List<Letter> letters = letters(20);

        bench.send(smtp.settings());

        assertThat(smtp.received())
                .extracting(Received::to)
                .containsExactlyInAnyOrderElementsOf(letters.stream()
                        .map(it -> bench.addressOf(it.account()))
                        .toList());
        assertThat(smtp.connections()).isEqualTo(1);
        assertThat(letters).allSatisfy(it -> assertThat(view(it).state()).isEqualTo(MailState.SENT));
    }

    @Test
    void sendsEachMessageOnceHoweverManyThreadsSend() {
        letters(60);

        bench.send(smtp.settings(), 6);

        assertThat(smtp.received()).hasSize(60);
        assertThat(smtp.received().stream().map(it -> it.header("Message-ID"))).doesNotHaveDuplicates();
        assertThat(smtp.connections()).isBetween(2, 6);
    }

    @Test
    void sendsWhatSomebodyAskedForBeforeWhatGoesToMany() {
        List<AccountId> many = Stream.generate(bench::newcomer).limit(5).toList();
        outbox.queueAll(new Mailing("ACTIVATION", area.id(), null, Ids.next(), many, false));
        Letter asked = bench.queue(area, bench.newcomer());

        bench.send(smtp.settings());

        assertThat(smtp.received())
                .hasSize(6)
                .first()
                .extracting(Received::to)
                .isEqualTo(bench.addressOf(asked.account()));
    }

    @Test
    void givesUpAtOnceOnARecipientThatIsRefusedAndKeepsTheServersWordsWithoutTheAddress(CapturedOutput log) {
        Letter refused = bench.queue(area, bench.newcomer());
        Letter good = bench.queue(area, bench.newcomer());
        String address = bench.addressOf(refused.account());
        smtp.answer(address, "550 5.1.1 <" + address + "> no such user here");

        bench.send(smtp.settings());

        assertThat(view(refused).state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(view(refused).failure()).isEqualTo("550 5.1.1 <…@correo.example> no such user here");
        assertThat(view(good).state()).isEqualTo(MailState.SENT);
        assertThat(smtp.connections()).as("a refusal breaks no connection").isEqualTo(1);
        assertThat(log.getAll()).contains("Gave up on", "no such user here").doesNotContain(address);
    }

    @Test
    void givesUpOnAMessageThatIsRefusedForWhatItSays() {
        Letter letter = bench.queue(area, bench.newcomer());
        smtp.answer(".", "554 5.7.1 looks like spam");

        bench.send(smtp.settings());

        assertThat(view(letter).state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(view(letter).failure()).contains("looks like spam");
    }

    @Test
    void triesAgainAfterGrowingPausesWhereTheServerDefers() {
        Letter letter = bench.queue(area, bench.newcomer());
        smtp.answer(bench.addressOf(letter.account()), "451 4.7.1 greylisted, come back");
        Instant start = clock.instant();

        bench.send(smtp.settings());
        bench.send(smtp.settings());
        assertThat(view(letter).attempts()).as("not before the pause is over").isEqualTo(1);
        assertThat(view(letter).isRetried()).isTrue();
        assertThat(view(letter).failure()).contains("greylisted");
        assertThat(pause(letter)).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(65));

        clock.moveTo(start.plus(Duration.ofMinutes(2)));
        bench.send(smtp.settings());
        assertThat(view(letter).attempts()).isEqualTo(2);
        assertThat(pause(letter)).isBetween(Duration.ofSeconds(115), Duration.ofSeconds(125));

        smtp.behave();
        clock.moveTo(start.plus(Duration.ofMinutes(5)));
        bench.send(smtp.settings());
        assertThat(view(letter).state()).isEqualTo(MailState.SENT);
        assertThat(view(letter).failure()).isNull();
    }

    @Test
    void givesUpAfterTwoDaysOfDeferrals() {
        Letter letter = bench.queue(area, bench.newcomer());
        smtp.answer("DATA", "452 4.3.1 disk full");
        Instant start = clock.instant();

        for (int hour = 0; hour <= 60 && view(letter).state() == MailState.WAITING; hour++) {
            for (int i = 0; i < 8; i++) {
                clock.moveTo(start.plus(Duration.ofMinutes(60L * hour + 8L * i)));
                bench.send(smtp.settings());
            }
        }

        assertThat(view(letter).state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(view(letter).failure()).contains("disk full");
        assertThat(Duration.between(start, clock.instant())).isBetween(Duration.ofHours(46), Duration.ofHours(54));
    }

    @Test
    void waitsForTheOperatorWhereTheServerRefusesTheSender() {
        Letter letter = bench.queue(area, bench.newcomer());
        smtp.answer("MAIL", "530 5.7.0 authentication required");

        bench.send(smtp.settings());

        assertThat(view(letter).state()).isEqualTo(MailState.WAITING);
        assertThat(view(letter).failure()).contains("authentication required");
    }

    @Test
    void sendsAgainWhatWasDroppedAmidTheMessage() {
        Letter letter = bench.queue(area, bench.newcomer());
        Letter other = bench.queue(area, bench.newcomer());
        smtp.dropInData(1);

        bench.send(smtp.settings());
        assertThat(List.of(view(letter).state(), view(other).state()))
                .containsExactlyInAnyOrder(MailState.SENT, MailState.WAITING);

        clock.moveTo(clock.instant().plus(Duration.ofMinutes(2)));
        bench.send(smtp.settings());
        assertThat(smtp.received()).hasSize(2);
        assertThat(view(letter).state()).isEqualTo(MailState.SENT);
        assertThat(view(other).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void leavesAServerThatStalls() {
        Letter letter = bench.queue(area, bench.newcomer());
        smtp.stallAt(".");

        bench.send(smtp.settings());

        assertThat(view(letter).isRetried()).isTrue();
        assertThat(view(letter).failure()).containsIgnoringCase("timed out");
    }

    @Test
    void sendsThroughASlowServer() {
        letters(3);
        smtp.answerAfter(Duration.ofMillis(60));

        bench.send(smtp.settings());

        assertThat(smtp.received()).hasSize(3);
    }

    @Test
    void usesUpNoAttemptsWhileTheServerIsDown(CapturedOutput log) {
        List<Letter> letters = letters(3);
        smtp.goDown();

        bench.send(smtp.settings());

        assertThat(letters).allSatisfy(it -> {
            assertThat(view(it).state()).isEqualTo(MailState.WAITING);
            assertThat(view(it).attempts()).isZero();
        });
        assertThat(queries.unreachableSince()).isPresent();
        assertThat(log.getAll()).contains("The mail server can't be reached");

        smtp.comeBack();
        bench.send(smtp.settings());
        assertThat(smtp.received()).as("not before the pause is over").isEmpty();

        clock.moveTo(clock.instant().plusSeconds(10));
        bench.send(smtp.settings());
        assertThat(smtp.received()).hasSize(3);
        assertThat(queries.unreachableSince()).isEmpty();
    }

    @Test
    void goesOnOverANewConnectionWhereTheServerClosedTheOldOne() throws MessagingException {
        letters(2);
        try (MailConnection connection = bench.server(smtp.settings()).connection()) {
            connection.ensureOpen();
            assertThat(delivery.next(connection)).isTrue();
            smtp.hangUp();
            connection.ensureOpen();
            assertThat(delivery.next(connection)).isTrue();
            assertThat(delivery.next(connection)).isFalse();
        }
        assertThat(smtp.received()).hasSize(2);
    }

    /** As when the program is killed after the server took the message, and before that was written down. */
    @Test
    void sendsWhatWasNotMarkedAgainUnderTheSameMessageId() throws MessagingException {
        Letter letter = bench.queue(area, bench.newcomer());
        letters(2);
        try (MailConnection connection = bench.server(smtp.settings()).connection()) {
            connection.ensureOpen();
            transaction.executeWithoutResult(status -> {
                delivery.next(connection);
                status.setRollbackOnly();
            });
        }
        assertThat(smtp.received()).hasSize(1);
        assertThat(view(letter).state()).isEqualTo(MailState.WAITING);

        bench.send(smtp.settings());

        assertThat(smtp.received()).hasSize(4);
        List<String> ids = new ArrayList<>(
                smtp.received().stream().map(it -> it.header("Message-ID")).toList());
        String doubled = ids.get(0);
        assertThat(Collections.frequency(ids, doubled)).isEqualTo(2);
        assertThat(ids.stream().distinct()).hasSize(3);
        assertThat(doubled).contains(letter.cause().toString()).startsWith("<").endsWith(">");
    }

    @Test
    void hasStaffSendAMessageAgainUnderAnotherMessageId() {
        Letter letter = bench.queue(area, bench.newcomer());
        bench.send(smtp.settings());

        outbox.resend(area.id(), letter.key(), area.owner().actor());
        assertThat(view(letter).state()).isEqualTo(MailState.WAITING);
        bench.send(smtp.settings());

        assertThat(smtp.received()).hasSize(2);
        assertThat(smtp.received().stream().map(it -> it.header("Message-ID"))).doesNotHaveDuplicates();
        assertThat(queries.bodies(letter.key())).hasSize(2);
    }

    @Test
    void goesOnBehindAMessageThatNobodyCanWrite(CapturedOutput log) {
        Letter strange = Letter.of("NO_SUCH_KIND", area.id(), bench.newcomer());
        // Its kind is known to no writer, so not to the log of an operator either: written as another version would.
        outbox.queueAll(
                new Mailing("NO_SUCH_KIND", area.id(), null, strange.cause(), List.of(strange.account()), false));
        letters(1);

        bench.send(smtp.settings());

        assertThat(smtp.received()).hasSize(1);
        assertThat(queries.ofCause(strange.cause())).isEqualTo(Map.of(MailState.WAITING, 1L));
        assertThat(log.getAll()).contains("NO_SUCH_KIND could not be written");
    }

    private List<Letter> letters(int number) {
        return Stream.generate(() -> bench.queue(area, bench.newcomer()))
                .limit(number)
                .toList();
    }

    private MailView view(Letter letter) {
        return queries.get(area.id(), letter.key());
    }

    private Duration pause(Letter letter) {
        return Duration.between(clock.instant(), view(letter).dueAt());
    }
}
