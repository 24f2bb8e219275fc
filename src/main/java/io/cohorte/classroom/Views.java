package io.cohorte.classroom;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for staff who look at the classroom with other eyes (product.md part 3, 8; D27). */
@CommandService
public class Views {

    private static final Duration LASTS = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Views(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A look, as a group or as a student.
     *
     * @param anchor the purchase date of a group's student; null for a student, who has their own
     * @param moment null for the present one, at each request anew
     */
    record View(
            ViewId id,
            @Nullable GroupId group,
            @Nullable LocalDate anchor,
            @Nullable AccountId student,
            @Nullable Instant moment) {}

    /**
     * Begins to look as a student of a group would who bought on some day.
     *
     * @param moment null for the present one
     */
    public ViewId asGroup(
            ProductRef product, GroupId group, LocalDate anchor, @Nullable Instant moment, AccountId viewer) {
        return begin(product, new View(ViewId.next(), group, anchor, null, moment), viewer);
    }

    /** Begins to look as a student. */
    public ViewId asStudent(ProductRef product, AccountId student, @Nullable Instant moment, AccountId viewer) {
        return begin(product, new View(ViewId.next(), null, null, student, moment), viewer);
    }

    private ViewId begin(ProductRef product, View view, AccountId viewer) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM views_as WHERE ends_at < :now")
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                        INSERT INTO views_as (product_id, view_id, viewer_id, group_id, anchor, student_id, moment, ends_at)
                        VALUES (:product, :view, :viewer, :group, :anchor, :student, :moment, :end)
                        """)
                .param("product", product.id().value())
                .param("view", view.id().value())
                .param("viewer", viewer.value())
                .param("group", view.group() == null ? null : view.group().value(), Types.OTHER)
                .param("anchor", view.anchor(), Types.DATE)
                .param("student", view.student() == null ? null : view.student().value(), Types.OTHER)
                .param("moment", view.moment() == null ? null : Timestamp.from(view.moment()), Types.TIMESTAMP)
                .param("end", Timestamp.from(now.plus(LASTS)))
                .update();
        events.publishEvent(new ViewBegun(
                Actor.person(viewer), product, view.id(), view.group(), view.anchor(), view.student(), view.moment()));
        return view.id();
    }

    /** @throws NotFound if there is no such look of this viewer, or it is over */
    View get(ProductId product, ViewId view, AccountId viewer) {
        return jdbc.sql("SELECT * FROM views_as WHERE product_id = :product AND view_id = :view "
                        + "AND viewer_id = :viewer AND ends_at > :now")
                .param("product", product.value())
                .param("view", view.value())
                .param("viewer", viewer.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> view(row))
                .optional()
                .orElseThrow(() -> new NotFound("view"));
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                new ViewId(row.getObject("view_id", UUID.class)),
                Optional.ofNullable(row.getObject("group_id", UUID.class))
                        .map(GroupId::new)
                        .orElse(null),
                row.getObject("anchor", LocalDate.class),
                Optional.ofNullable(row.getObject("student_id", UUID.class))
                        .map(AccountId::new)
                        .orElse(null),
                Optional.ofNullable(row.getObject("moment", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
