package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for mail. It joins the transaction of its caller: a message stands in the outbox exactly if what caused it
 * was done, and is sent after that. A message that is there already is not written again.
 */
@CommandService
public class Outbox {

    private static final String QUEUE = """
            INSERT INTO outbox (cause, account_id, area_id, product_id, due_at, kind, state, bulk, address)
            SELECT :cause, account, :area, :product, :now, :kind, :state, :bulk, :address
            FROM unnest(:accounts) AS new (account)
            ORDER BY account
            ON CONFLICT DO NOTHING
            """;

    private final OutboxRows rows;
    private final OperatorLog operatorLog;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate another;

    Outbox(
            OutboxRows rows,
            OperatorLog operatorLog,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.operatorLog = operatorLog;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.another = new TransactionTemplate(transactions);
        this.another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Has a message sent that a person, or the staff for that person, asked for. */
    public void queue(Letter letter) {
        int queued = insert(
                letter.kind(),
                letter.area(),
                letter.product(),
                letter.cause(),
                new UUID[] {letter.account().value()},
                MailState.WAITING,
                false,
                letter.address());
        if (queued > 0) {
            tellOnceDone(letter.key());
        }
    }

    /** What is only tried out, or fails after all, tells the log nothing. */
    private void tellOnceDone(MessageKey key) {
        if (!operatorLog.isOn()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                another.executeWithoutResult(status -> rows.find(key).ifPresent(operatorLog::tell));
            }
        });
    }

    /**
     * Has a message sent to many, or holds it, set-wise.
     *
     * @return how many were written; who has that message of that cause already is not written to again
     */
    public int queueAll(Mailing mailing) {
        UUID[] accounts = mailing.accounts().stream().map(AccountId::value).toArray(UUID[]::new);
        MailState state = mailing.held() ? MailState.HELD : MailState.WAITING;
        return insert(mailing.kind(), mailing.area(), mailing.product(), mailing.cause(), accounts, state, true, null);
    }

    private int insert(
            String kind,
            @Nullable AreaId area,
            @Nullable ProductId product,
            UUID cause,
            UUID[] accounts,
            MailState state,
            boolean bulk,
            @Nullable String address) {
        return jdbc.sql(QUEUE)
                .param("cause", cause)
                .param("area", area == null ? null : area.value(), Types.OTHER)
                .param("product", product == null ? null : product.value(), Types.OTHER)
                .param("now", now())
                .param("kind", kind)
                .param("state", state.name())
                .param("bulk", bulk)
                .param("address", address, Types.VARCHAR)
                .param("accounts", accounts)
                .update();
    }

    /**
     * Has everything sent that a cause holds.
     *
     * @return how many messages
     */
    public int releaseAll(UUID cause) {
        return jdbc.sql("UPDATE outbox SET state = 'WAITING', due_at = :now WHERE cause = :cause AND state = 'HELD'")
                .param("cause", cause)
                .param("now", now())
                .update();
    }

    /**
     * Takes back what a cause had written to some people, as far as it is not sent (product.md D21). Of a message that
     * is being sent at this moment it waits to see whether it is.
     *
     * @return how many messages will not be sent
     */
    public int withdrawAll(UUID cause, Collection<AccountId> accounts) {
        return withdrawAll(cause, accounts.stream().map(AccountId::value).toArray(UUID[]::new));
    }

    /** The same, by the bare ids of the accounts. */
    public int withdrawAll(UUID cause, UUID[] accounts) {
        return jdbc.sql("""
                        UPDATE outbox SET state = 'WITHDRAWN', address = NULL
                        WHERE cause = :cause AND account_id = ANY (:accounts) AND state IN ('HELD', 'WAITING')
                        """).param("cause", cause).param("accounts", accounts).update();
    }

    /**
     * Has a message sent once more that was sent or given up, before everything queued set-wise.
     *
     * @param area on whose behalf it was sent
     * @throws NotSentYet if it waits, is held, or was taken back
     * @throws NotFound if the area has no such message
     */
    public void resend(AreaId area, MessageKey key, Actor actor) {
        QueuedMail mail =
                rows.find(key).filter(it -> area.equals(it.area())).orElseThrow(() -> new NotFound("message"));
        if (!rows.sendAgain(key, area)) {
            throw new NotSentYet();
        }
        operatorLog.tell(mail);
        events.publishEvent(new MessageResent(actor, area, mail.product(), key.account(), key.kind()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
