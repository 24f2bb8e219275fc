package io.cohorte.mail;

import io.cohorte.shared.Workers;
import jakarta.mail.MessagingException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends whatever is due, by several threads with a connection each, until nothing is. */
@Component
class MailDrain {

    private static final Logger log = LoggerFactory.getLogger(MailDrain.class);

    private final MailServer server;
    private final MailDelivery delivery;
    private final OutboxRows outbox;
    private final MailOutage outage;
    private final MailPace pace;
    private final int threads;

    MailDrain(MailServer server, MailDelivery delivery, OutboxRows outbox, MailOutage outage, MailSettings settings) {
        this.server = server;
        this.delivery = delivery;
        this.outbox = outbox;
        this.outage = outage;
        this.pace = new MailPace(settings.rate());
        this.threads = settings.threads();
    }

    /** @param goesOn asked before each message: false when the program ends */
    void run(BooleanSupplier goesOn) throws InterruptedException {
        if (!server.isSet() || !outage.letsTry() || !outbox.isAnythingDue()) {
            return;
        }
        Workers.run("mail", threads, () -> work(goesOn));
    }

    private void work(BooleanSupplier goesOn) throws InterruptedException {
        try (MailConnection connection = server.connection()) {
            boolean more = true;
            while (more && goesOn.getAsBoolean() && open(connection)) {
                pace.await();
                more = delivery.next(connection);
            }
        }
    }

    /** Nothing is claimed before the server answers: while it can't be reached, no message is the worse for it. */
    private boolean open(MailConnection connection) {
        try {
            if (connection.ensureOpen()) {
                outage.isOver();
            }
            return true;
        } catch (MessagingException unreachable) {
            log.warn(
                    "The mail server can't be reached: {}",
                    SmtpReply.of(unreachable).words());
            outage.lasts();
            return false;
        }
    }
}
