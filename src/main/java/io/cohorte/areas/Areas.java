package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Language;
import io.cohorte.shared.PlainText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for commands on areas, their people and staff. */
@CommandService
public class Areas {

    private final AreaRepository areas;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Areas(AreaRepository areas, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.areas = areas;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A person to be named in an area. */
    public record NamedPerson(AccountId account, String name) {}

    /** Opens an area with its first owner. */
    public AreaId open(String slug, String name, Language language, ZoneId zone, NamedPerson owner, Actor actor) {
        AreaId id = AreaId.next();
        areas.saveAndFlush(new Area(id, slug, name, language, zone, clock.instant()));
        events.publishEvent(new AreaOpened(actor, id, slug, name));
        nameAll(id, List.of(owner));
        appoint(id, owner.account(), Role.OWNER, actor);
        return id;
    }

    /**
     * Names people in an area, set-wise. Who already has a name there keeps it.
     *
     * @param people names of 1 to 200 characters
     */
    public void nameAll(AreaId area, Collection<NamedPerson> people) {
        List<NamedPerson> sorted = people.stream()
                .sorted(Comparator.comparing(it -> it.account().value().toString()))
                .toList();
        jdbc.sql("""
                        INSERT INTO people (area_id, account_id, name, created_at)
                        SELECT :area, account_id, name, :now FROM unnest(:accounts, :names) AS new (account_id, name)
                        ON CONFLICT (area_id, account_id) DO NOTHING
                        """)
                .param("area", area.value())
                .param(
                        "accounts",
                        sorted.stream().map(it -> it.account().value()).toArray(UUID[]::new))
                .param(
                        "names",
                        sorted.stream().map(it -> PlainText.tidy(it.name())).toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /** Gives a person of the area a role in its staff, besides those they have. */
    public void appoint(AreaId area, AccountId person, Role role, Actor actor) {
        int appointed = jdbc.sql("INSERT INTO staff_roles (area_id, account_id, role, granted_at) "
                        + "VALUES (:area, :person, :role, :now) ON CONFLICT DO NOTHING")
                .param("area", area.value())
                .param("person", person.value())
                .param("role", role.name())
                .param("now", now())
                .update();
        if (appointed > 0) {
            events.publishEvent(new StaffAppointed(actor, area, person, role));
        }
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}
