package io.cohorte.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param kept how long an entry is kept, whatever became of it */
@ConfigurationProperties("cohorte.inbox")
record InboxRetention(@DefaultValue("180d") Duration kept) {

    InboxRetention {
        if (kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("cohorte.inbox.kept is a day at least");
        }
    }
}
