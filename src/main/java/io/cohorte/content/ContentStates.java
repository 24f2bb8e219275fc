package io.cohorte.content;

import io.cohorte.shared.ProductId;
import io.cohorte.shared.ValidityPeriods;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The history of how modules and pages were published; called after each change of what decides who sees them. */
@Component
class ContentStates {

    private final ValidityPeriods periods;
    private final Clock clock;

    ContentStates(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.periods = new ValidityPeriods("content_states", jdbc, json);
        this.clock = clock;
    }

    void record(ProductId product, Module module) {
        periods.record(product, module.id().value(), module.state(), clock.instant());
    }

    void record(ProductId product, Page page) {
        record(product, page.id(), page.state());
    }

    /** @param state as {@link Page#state()} has it */
    void record(ProductId product, PageId page, Map<String, ?> state) {
        periods.record(product, page.value(), state, clock.instant());
    }

    void recordRemoval(ProductId product, UUID subject) {
        periods.record(product, subject, null, clock.instant());
    }
}
