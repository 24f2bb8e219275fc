package io.cohorte.areas;

import io.cohorte.accounts.AccountQueries;
import io.cohorte.web.BaseUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells in the log where the program is set up, until somebody has: whoever reads it is who installed it. */
@Component
class SetUpAnnouncement {

    private static final Logger log = LoggerFactory.getLogger(SetUpAnnouncement.class);

    private final AccountQueries accounts;
    private final SetUpTokens tokens;
    private final BaseUrl baseUrl;

    SetUpAnnouncement(AccountQueries accounts, SetUpTokens tokens, BaseUrl baseUrl) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.baseUrl = baseUrl;
    }

    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (accounts.isEmpty()) {
            log.info("Nobody has set it up yet; do so at {}", baseUrl.link("/setup?token=" + tokens.make()));
        }
    }
}
