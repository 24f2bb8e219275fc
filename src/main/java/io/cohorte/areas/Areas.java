package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Language;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.StaleEdit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for commands on areas, their people and staff. */
@CommandService
public class Areas {

    private final AreaRepository areas;
    private final StaffRoles staff;
    private final StaffInvitation invitation;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Areas(
            AreaRepository areas,
            StaffRoles staff,
            StaffInvitation invitation,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.areas = areas;
        this.staff = staff;
        this.invitation = invitation;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A person to be named in an area. */
    public record NamedPerson(AccountId account, String name) {}

    /**
     * Opens an area with its first owner.
     *
     * @param name tidy, 1 to 200 characters
     * @throws InvalidSlug if the slug is none, or another area's or was
     */
    public AreaId open(
            String slug,
            String name,
            Language language,
            ZoneId zone,
            NamedPerson owner,
            AreaOrigin origin,
            Actor actor) {
        AreaDescription description =
                new AreaDescription(name, Slug.of(slug), language, zone, Colour.DEFAULT, MailSignature.PLAIN);
        AreaId id = AreaId.next();
        claim(description.slug(), id);
        areas.saveAndFlush(new Area(id, description, owner.account(), clock.instant()));
        events.publishEvent(new AreaOpened(actor, id, slug, name, origin));
        nameAll(id, List.of(owner));
        staff.give(id, owner.account(), Role.OWNER);
        events.publishEvent(new StaffAppointed(actor, id, owner.account(), Role.OWNER));
        return id;
    }

    /**
     * Changes what an area tells of itself. Its former slugs stay its own: they lead to the present one, and it can go
     * back to them.
     *
     * @param opened the version the edit began with
     * @throws InvalidSlug if the slug is another area's or was
     * @throws StaleEdit if somebody saved the area since
     */
    public void describe(AreaId id, AreaDescription description, long opened, Actor actor) {
        Area area = areas.findById(id.value()).orElseThrow(() -> new NotFound("area"));
        StaleEdit.check(opened, area.version());
        AreaDescription before = area.description();
        if (!before.equals(description)) {
            claim(description.slug(), id);
            area.describe(description);
            events.publishEvent(new AreaDescribed(actor, id, before, description));
        }
    }

    private void claim(Slug slug, AreaId area) {
        int claimed = jdbc.sql("""
                        INSERT INTO area_slugs AS s (slug, area_id, taken_at) VALUES (:slug, :area, :now)
                        ON CONFLICT (slug) DO UPDATE SET taken_at = excluded.taken_at WHERE s.area_id = excluded.area_id
                        """)
                .param("slug", slug.value())
                .param("area", area.value())
                .param("now", now())
                .update();
        if (claimed == 0) {
            throw new InvalidSlug("areas.slug.taken");
        }
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
                        INSERT INTO people (area_id, account_id, name, created_at, sort_name, sort_text)
                        SELECT :area, account_id, name, :now, sort_name, sort_name || ' ' || a.email
                        FROM unnest(:accounts, :names, :sortNames) AS new (account_id, name, sort_name)
                            JOIN accounts a USING (account_id)
                        ORDER BY account_id
                        ON CONFLICT (area_id, account_id) DO NOTHING
                        """)
                .param("area", area.value())
                .param(
                        "accounts",
                        sorted.stream().map(it -> it.account().value()).toArray(UUID[]::new))
                .param(
                        "names",
                        sorted.stream().map(it -> PlainText.tidy(it.name())).toArray(String[]::new))
                .param(
                        "sortNames",
                        sorted.stream().map(it -> PlainText.sortKey(it.name())).toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /**
     * Gives a person of the area a role in its staff, besides those they have; nothing happens where they have it. Who
     * had none is told by mail.
     *
     * @throws NotYoursToAppoint if the actor's own roles, read in this transaction, do not allow it (product.md D19)
     */
    public void appoint(AreaId area, AccountId person, Role role, Actor actor) {
        staff.hold(area);
        Set<Role> before = staff.of(area, person);
        if (!before.contains(role)) {
            staff.requireMayChange(area, role, actor);
            staff.give(area, person, role);
            if (before.isEmpty()) {
                invitation.send(area, person);
            }
            events.publishEvent(new StaffAppointed(actor, area, person, role));
        }
    }

    /**
     * Takes a role away; nothing happens where the person doesn't have it. It is gone at that person's next request.
     *
     * @throws NotYoursToAppoint if the actor's own roles, read in this transaction, do not allow it (product.md D19)
     * @throws LastOwner if no owner would be left
     */
    public void dismiss(AreaId area, AccountId person, Role role, Actor actor) {
        staff.hold(area);
        if (staff.of(area, person).contains(role)) {
            staff.requireMayChange(area, role, actor);
            staff.take(area, person, role);
            events.publishEvent(new StaffDismissed(actor, area, person, role));
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
