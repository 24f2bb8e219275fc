package io.cohorte.mail;

import io.cohorte.mail.Outcome.Deferred;
import io.cohorte.mail.Outcome.NotNeeded;
import io.cohorte.mail.Outcome.Refused;
import io.cohorte.mail.Outcome.Sent;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one message after the other, each in a transaction of its own that holds it meanwhile: a program that is killed
 * leaves at most the message it was sending unmarked, which then goes out again under the same Message-ID.
 */
@Component
class MailDelivery {

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

    /** Longer than a mail server takes to answer, or not to answer, everything it is asked for one message. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final OutboxRows outbox;
    private final MailComposer composer;
    private final FromAddress from;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailDelivery(
            OutboxRows outbox,
            MailComposer composer,
            FromAddress from,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.outbox = outbox;
        this.composer = composer;
        this.from = from;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout((int) LONGEST.toSeconds());
        this.clock = clock;
    }

    /**
     * Sends the message whose turn it is.
     *
     * @param connection open
     * @return false if none is due
     */
    boolean next(MailConnection connection) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            allowPauses();
            Optional<QueuedMail> mail = outbox.claim();
            mail.ifPresent(it -> settle(it, attempt(it, connection)));
            return mail.isPresent();
        }));
    }

    /** While the mail server thinks, this transaction does nothing for longer than others may. */
    private void allowPauses() {
        jdbc.sql("SELECT set_config('idle_in_transaction_session_timeout', :most, true)")
                .param("most", LONGEST.toMillis() + "ms")
                .query(String.class)
                .single();
    }

    private Outcome attempt(QueuedMail mail, MailConnection connection) {
        try {
            Optional<ComposedMail> composed = composer.compose(mail);
            if (composed.isEmpty()) {
                return new NotNeeded();
            }
            connection.send(MimeMail.of(
                    composed.get(), from.address(), messageId(mail), clock.instant(), connection.session()));
            return new Sent(composed.get());
        } catch (MessagingException failed) {
            SmtpReply reply = SmtpReply.of(failed);
            return reply.permanent() ? new Refused(reply.words()) : new Deferred(reply.words());
        } catch (RuntimeException failed) {
            // Whatever is wrong with this message must not keep the others.
            log.error(
                    "A message of the kind {} could not be written", mail.key().kind(), failed);
            return new Deferred(failed.getClass().getSimpleName());
        }
    }

    private void settle(QueuedMail mail, Outcome outcome) {
        if (outcome instanceof Sent sent) {
            outbox.sent(mail, sent.mail());
        } else if (outcome instanceof Refused refused) {
            giveUp(mail, refused.words());
        } else if (outcome instanceof Deferred deferred) {
            Optional<Duration> pause = RetryPause.after(mail.attempts() + 1);
            pause.ifPresentOrElse(
                    it -> outbox.deferred(mail, it, deferred.words()), () -> giveUp(mail, deferred.words()));
        } else {
            outbox.withdraw(mail);
        }
    }

    private void giveUp(QueuedMail mail, String words) {
        outbox.gaveUp(mail, words);
        log.warn("Gave up on {}: {}", messageId(mail), words);
    }

    /** Made of the key, so that it is the same at each attempt, and tells the operator which message a log speaks of. */
    private String messageId(QueuedMail mail) {
        MessageKey key = mail.key();
        return "<" + key.cause() + "." + key.account() + "." + key.kind() + "." + mail.sending() + "@" + from.domain()
                + ">";
    }
}
