package io.cohorte.classroom;

import io.cohorte.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of the products somebody is or was a student of, of whatever areas. */
@Service
public class StudentProducts {

    private static final String PRODUCTS = Seats.SELECT + """
            , s.last_active_at,
            coalesce((SELECT max(starts_at) FROM grants
                WHERE product_id = m.product_id AND student_id = m.student_id), m.joined_at) AS enrolled_at
            FROM memberships own JOIN products p ON p.product_id = own.product_id
            """ + Seats.FROM + """
            LEFT JOIN student_activity s ON s.product_id = m.product_id AND s.student_id = m.student_id
            WHERE own.student_id = :account
            ORDER BY s.last_active_at DESC NULLS LAST, enrolled_at DESC, p.product_id DESC
            """;

    private final Seats seats;
    private final JdbcClient jdbc;

    StudentProducts(Seats seats, JdbcClient jdbc) {
        this.seats = seats;
        this.jdbc = jdbc;
    }

    /** In one statement, those the student was last active in first, then the newest; archived and ended ones too. */
    public List<StudentProduct> of(AccountId student) {
        return jdbc.sql(PRODUCTS)
                .param("account", student.value())
                .query((row, number) -> product(row, student))
                .list();
    }

    private StudentProduct product(ResultSet row, AccountId student) throws SQLException {
        OffsetDateTime active = row.getObject("last_active_at", OffsetDateTime.class);
        return new StudentProduct(
                seats.own(row, student),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
                active == null ? null : active.toInstant());
    }
}
