package io.cohorte.mail;

import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.shared.AccountId;
import io.cohorte.support.World;
import io.cohorte.support.World.TestArea;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends what a test queues to a server of the test's: the program's own jobs have none there. */
class MailBench {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final World world;
    private final Accounts accounts;
    private final Outbox outbox;
    private final MailDelivery delivery;
    private final OutboxRows rows;
    private final MailOutage outage;
    private final JdbcClient jdbc;

    /** @param program the context of the test, which stays as it is */
    MailBench(BeanFactory program) {
        this.world = program.getBean(World.class);
        this.accounts = program.getBean(Accounts.class);
        this.outbox = program.getBean(Outbox.class);
        this.delivery = program.getBean(MailDelivery.class);
        this.rows = program.getBean(OutboxRows.class);
        this.outage = program.getBean(MailOutage.class);
        this.jdbc = program.getBean(JdbcClient.class);
    }

    /** Whatever other tests left is not sent. */
    void clear() {
        jdbc.sql("UPDATE outbox SET state = 'WITHDRAWN' WHERE state IN ('WAITING', 'HELD')")
                .update();
        outage.isOver();
    }

    TestArea area() {
        return world.area();
    }

    /** Somebody without a password, so that there is a link to send. */
    AccountId newcomer() {
        EmailAddress email = EmailAddress.of("newcomer" + NUMBER.incrementAndGet() + "@correo.example");
        return accounts.registerAll(List.of(email)).get(email);
    }

    String addressOf(AccountId account) {
        return jdbc.sql("SELECT email FROM accounts WHERE account_id = :id")
                .param("id", account.value())
                .query(String.class)
                .single();
    }

    long linksOf(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM account_links WHERE account_id = :id")
                .param("id", account.value())
                .query(Long.class)
                .single();
    }

    long addressesKeptFor(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE account_id = :id AND address IS NOT NULL")
                .param("id", account.value())
                .query(Long.class)
                .single();
    }

    Letter queue(TestArea area, AccountId account) {
        Letter letter = Letter.of("ACTIVATION", area.id(), account);
        outbox.queue(letter);
        return letter;
    }

    MailServer server(JavaMailSenderImpl settings) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", settings);
        return new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class));
    }

    MailDrain drain(JavaMailSenderImpl settings, int threads) {
        return new MailDrain(server(settings), delivery, rows, outage, new MailSettings(null, 1000, threads));
    }

    void send(JavaMailSenderImpl settings) {
        send(settings, 1);
    }

    void send(JavaMailSenderImpl settings, int threads) {
        try {
            drain(settings, threads).run(() -> true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
