package io.cohorte.mail;

import io.cohorte.shared.LogMark;
import jakarta.mail.MessagingException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC.MDCCloseable;
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
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Callable<Void> work = () -> {
                work(goesOn);
                return null;
            };
            for (Future<Void> worker : workers.invokeAll(Collections.nCopies(threads, work))) {
                report(worker);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static void report(Future<Void> worker) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException failed) {
            log.error("Sending mail broke off, to begin anew", failed.getCause());
        }
    }

    private void work(BooleanSupplier goesOn) throws InterruptedException {
        try (MDCCloseable mark = LogMark.put("mail");
                MailConnection connection = server.connection()) {
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
