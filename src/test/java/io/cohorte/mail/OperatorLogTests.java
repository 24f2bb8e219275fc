package io.cohorte.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.ScriptedSmtpServer;
import io.cohorte.web.BaseUrl;
import io.cohorte.web.LocalMode;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the log tells of mail that has nowhere to go: only what somebody asked for, and only to whoever runs the program. */
@CohorteTest
@ExtendWith(OutputCaptureExtension.class)
class OperatorLogTests {

    private static final LocalMode LOCAL =
            new LocalMode(new BaseUrl(URI.create("http://localhost:8080")), InetAddress.getLoopbackAddress());

    private static final LocalMode PUBLIC = new LocalMode(new BaseUrl(URI.create("https://192.0.2.10")), null);

    @Autowired
    BeanFactory program;

    @Autowired
    MailComposer composer;

    @Autowired
    OutboxRows rows;

    @Autowired
    Outbox outbox;

    @Autowired
    MailQueries queries;

    @Autowired
    MailServer noServer;

    private MailBench bench;
    private AccountId account;

    @BeforeEach
    void build() {
        bench = new MailBench(program);
        account = bench.newcomer();
    }

    @AfterEach
    void clear() {
        bench.clear();
    }

    @Test
    void tellsTheLinkThatSomebodyAskedForWhileTheMessageWaits(CapturedOutput log) {
        Letter letter = bench.queue(bench.area(), account);

        assertThat(log.getAll())
                .containsPattern("ACTIVATION link of account " + account + ": http\\S+/activate/\\S{43}");
        assertThat(queries.ofCause(letter.cause())).containsOnlyKeys(MailState.WAITING);
    }

    @Test
    void tellsNothingOfWhatGoesToMany(CapturedOutput log) {
        outbox.queueAll(new Mailing("ACTIVATION", null, null, Ids.next(), List.of(account), false));

        assertThat(log.getAll()).doesNotContain(account.toString());
    }

    @Test
    void tellsNoLinkOfAnInstallationThatOthersReach(CapturedOutput log) {
        new OperatorLog(noServer, PUBLIC, composer).tell(queued());

        assertThat(log.getAll()).doesNotContain(account.toString());
    }

    @Test
    void tellsNoLinkWhereThereIsAMailServer(CapturedOutput log) {
        try (ScriptedSmtpServer smtp = ScriptedSmtpServer.start()) {
            new OperatorLog(bench.server(smtp.settings()), LOCAL, composer).tell(queued());
        }

        assertThat(log.getAll()).doesNotContain(account.toString());
    }

    /** Queued set-wise, so that the program's own log tells nothing of it. */
    private QueuedMail queued() {
        Mailing mailing = new Mailing("ACTIVATION", null, null, Ids.next(), List.of(account), false);
        outbox.queueAll(mailing);
        return rows.find(new MessageKey(mailing.cause(), account, mailing.kind()))
                .orElseThrow();
    }
}
