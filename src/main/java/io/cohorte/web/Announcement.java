package io.cohorte.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says at the end of the start where the program is to be found. */
@Component
class Announcement {

    /** Where in the order of those who speak at the end: what other rooms have to add comes after it. */
    static final int ORDER = Ordered.LOWEST_PRECEDENCE - 10;

    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    private final BaseUrl baseUrl;

    Announcement(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Order(ORDER)
    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        log.info("Cohorte is at {}", baseUrl.link("/"));
    }
}
