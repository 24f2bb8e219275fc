package io.cohorte.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that the operator named ({@code spring.mail.host}), if any. */
@Component
public class MailServer {

    private final @Nullable JavaMailSenderImpl settings;

    MailServer(ObjectProvider<JavaMailSenderImpl> sender) {
        this.settings = Optional.ofNullable(sender.getIfAvailable())
                .filter(it -> it.getHost() != null && !it.getHost().isBlank())
                .orElse(null);
    }

    /** Whether there is one; without, messages wait. */
    public boolean isSet() {
        return settings != null;
    }

    /** A connection to it, not opened yet. */
    MailConnection connection() {
        if (settings == null) {
            throw new IllegalStateException("no mail server is set");
        }
        return new MailConnection(settings);
    }
}
