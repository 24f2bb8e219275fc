package io.cohorte.checkout;

import io.cohorte.checkout.PaymentQueries.PaymentView;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.StaleEdit;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for how an area is paid. */
@CommandService
public class PaymentSettings {

    private final PaymentQueries present;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaymentSettings(PaymentQueries present, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.present = present;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Says how an area is paid from now on. Orders that wait are paid as they were to be.
     *
     * @param opened the version the edit began with
     * @throws StaleEdit if somebody saved it since
     */
    public void change(AreaId area, PaymentWays ways, long opened, Actor actor) {
        PaymentView before = present.get(area);
        StaleEdit.check(opened, before.version());
        if (before.ways().equals(ways)) {
            return;
        }
        keepTerms(area, ways);
        int saved = jdbc.sql("""
                        INSERT INTO payment_ways AS w (area_id, free, manual, stripe, instructions, terms_hash, version)
                        VALUES (:area, :free, :manual, :stripe, :instructions, :terms, 1)
                        ON CONFLICT (area_id) DO UPDATE SET free = excluded.free, manual = excluded.manual,
                            stripe = excluded.stripe, instructions = excluded.instructions,
                            terms_hash = excluded.terms_hash, version = w.version + 1
                        WHERE w.version = :opened
                        """)
                .param("area", area.value())
                .param("free", ways.free())
                .param("manual", ways.manual())
                .param("stripe", ways.stripe())
                .param("instructions", ways.instructions(), Types.VARCHAR)
                .param("terms", ways.termsHash(), Types.BINARY)
                .param("opened", opened)
                .update();
        if (saved == 0) {
            throw new StaleEdit();
        }
        events.publishEvent(new PaymentWaysChanged(actor, area, before.ways(), ways));
    }

    private void keepTerms(AreaId area, PaymentWays ways) {
        if (ways.terms() != null) {
            jdbc.sql("INSERT INTO sale_terms (area_id, terms_hash, text, since) VALUES (:area, :hash, :text, :now) "
                            + "ON CONFLICT DO NOTHING")
                    .param("area", area.value())
                    .param("hash", ways.termsHash())
                    .param("text", ways.terms())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }
}
