package io.cohorte.audit;

import io.cohorte.shared.DomainEvent;
import io.cohorte.shared.Ids;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes an entry for each domain event; if it cannot, the change is not made either. */
@Component
class AuditTrail {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void on(DomainEvent event) {
        jdbc.sql("""
                        INSERT INTO audit_entries
                            (entry_id, at, area_id, product_id, actor_id, kind, subject_id, before, after)
                        VALUES (:id, :at, :area, :product, :actor, :kind, :subject,
                            CAST(:before AS jsonb), CAST(:after AS jsonb))
                        """)
                .param("id", Ids.next())
                .param("at", Timestamp.from(clock.instant()))
                .param(
                        "area",
                        Optional.ofNullable(event.area()).map(it -> it.value()).orElse(null),
                        Types.OTHER)
                .param(
                        "product",
                        Optional.ofNullable(event.product())
                                .map(it -> it.value())
                                .orElse(null),
                        Types.OTHER)
                .param("actor", event.actor().accountValue(), Types.OTHER)
                .param("kind", event.getClass().getSimpleName())
                .param("subject", event.subject())
                .param("before", json.writeValueAsString(event.before()))
                .param("after", json.writeValueAsString(event.after()))
                .update();
    }
}
