package io.cohorte.classroom;

import io.cohorte.classroom.StudentProduct.Standing;
import io.cohorte.classroom.StudentProduct.State;
import io.cohorte.groups.GrantKind;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of what somebody bought or was given. */
@Service
public class StudentGrants {

    private final JdbcClient jdbc;
    private final Clock clock;

    StudentGrants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What somebody has of one product.
     *
     * @param anchor the day of purchase, in the product's zone
     * @param grants the newest first
     */
    public record Granted(LocalDate anchor, List<StudentGrant> grants) {}

    /** In one statement, by product. */
    public Map<ProductId, Granted> of(AccountId student) {
        Instant now = clock.instant();
        Map<ProductId, Granted> all = new HashMap<>();
        jdbc.sql("""
                        SELECT m.product_id, m.anchor, r.kind, r.starts_at, r.ends_at, r.suspended_since, r.ended_at
                        FROM memberships m JOIN grants r USING (product_id, student_id)
                        WHERE m.student_id = :student
                        ORDER BY r.starts_at DESC, r.reference DESC
                        """).param("student", student.value()).query(row -> {
            LocalDate anchor = row.getObject("anchor", LocalDate.class);
            all.computeIfAbsent(
                            new ProductId(row.getObject("product_id", UUID.class)),
                            it -> new Granted(anchor, new ArrayList<>()))
                    .grants()
                    .add(grant(row, now));
        });
        return all;
    }

    private static StudentGrant grant(ResultSet row, Instant now) throws SQLException {
        return new StudentGrant(
                GrantKind.valueOf(row.getString("kind")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                standing(instant(row, "ends_at"), instant(row, "suspended_since"), instant(row, "ended_at"), now));
    }

    /** One that has run out is over whatever came to it afterwards. */
    private static Standing standing(
            @Nullable Instant ends, @Nullable Instant suspended, @Nullable Instant ended, Instant now) {
        if (ended != null) {
            return new Standing(State.ENDED, ends != null && ends.isBefore(ended) ? ends : ended);
        }
        if (ends != null && !now.isBefore(ends)) {
            return new Standing(State.ENDED, ends);
        }
        return suspended == null ? new Standing(State.LIVE, ends) : new Standing(State.SUSPENDED, suspended);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
