package io.cohorte.mail;

import io.cohorte.shared.Language;
import io.cohorte.web.LocalMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where there is no mail server, and the program is reached from its own machine alone, so that whoever reads its log is
 * its operator: the log tells the links of messages that somebody asked for. The messages wait all the same.
 */
@Component
class OperatorLog {

    private static final Logger log = LoggerFactory.getLogger(OperatorLog.class);

    private final MailServer server;
    private final LocalMode localMode;
    private final MailComposer composer;

    OperatorLog(MailServer server, LocalMode localMode, MailComposer composer) {
        this.server = server;
        this.localMode = localMode;
        this.composer = composer;
    }

    boolean isOn() {
        return !server.isSet() && localMode.isOn();
    }

    void tell(QueuedMail mail) {
        if (!isOn()) {
            return;
        }
        composer.write(mail, Language.ES)
                .map(Wording::link)
                .filter(SecretLink::isSecret)
                .ifPresent(it -> log.info(
                        "{} link of account {}: {}", it.purpose(), mail.key().account(), it.url()));
    }
}
