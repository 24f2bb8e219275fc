package io.cohorte.areas;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for commands on the logos of areas. Each has an id of its own, so that it can be kept by browsers. */
@CommandService
public class Logos {

    private final StaffRoles areas;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Logos(StaffRoles areas, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.areas = areas;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Gives an area a logo, the first or another one. */
    public void change(AreaId area, LogoImage image, Actor actor) {
        Optional<UUID> before = takeDown(area);
        UUID logo = Ids.next();
        jdbc.sql("INSERT INTO area_logos (area_id, logo_id, image, created_at) VALUES (:area, :logo, :image, :now)")
                .param("area", area.value())
                .param("logo", logo)
                .param("image", image.png())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new LogoChanged(actor, area, before, Optional.of(logo)));
    }

    /** Leaves an area without a logo; nothing happens where it has none. */
    public void remove(AreaId area, Actor actor) {
        Optional<UUID> before = takeDown(area);
        if (before.isPresent()) {
            events.publishEvent(new LogoChanged(actor, area, before, Optional.empty()));
        }
    }

    private Optional<UUID> takeDown(AreaId area) {
        areas.hold(area);
        return jdbc.sql("DELETE FROM area_logos WHERE area_id = :area RETURNING logo_id")
                .param("area", area.value())
                .query(UUID.class)
                .optional();
    }
}
