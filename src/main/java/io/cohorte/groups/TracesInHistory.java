package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was done to students since, by staff, by another import or by a purchase. That their group was closed was not
 * done to them, and what another import did counts no more once that one is taken back.
 */
@Component
class TracesInHistory implements TracesOfStudents {

    private final JdbcClient jdbc;

    TracesInHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<AccountId, Set<Trace>> since(ProductRef product, Collection<Touch> touched) {
        Map<AccountId, Set<Trace>> found = new HashMap<>();
        jdbc.sql("""
                        SELECT h.student_id, CASE WHEN h.cause = 'PURCHASE' THEN 'BOUGHT' WHEN h.kind = 'JOINED' THEN 'ENROLLED'
                            WHEN h.kind = 'UNBLOCKED' THEN 'BLOCKED'
                            WHEN h.kind = 'MOVED' AND h.from_group_id = h.to_group_id THEN 'REDATED'
                            ELSE h.kind END AS trace
                        FROM unnest(:students, :commands) AS t (student, command)
                            JOIN membership_history h ON h.product_id = :product AND h.student_id = t.student
                                AND h.command_id > t.command
                        WHERE h.cause NOT IN ('GROUP_CLOSED', 'UNDO') AND NOT EXISTS (
                            SELECT FROM membership_history u
                            WHERE u.product_id = :product AND u.student_id = h.student_id AND u.cause = 'UNDO'
                                AND u.reference = h.reference)
                        """)
                .param("product", product.id().value())
                .param(
                        "students",
                        touched.stream().map(it -> it.student().value()).toArray(UUID[]::new))
                .param("commands", touched.stream().map(Touch::command).toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(
                                    new AccountId(row.getObject("student_id", UUID.class)),
                                    none -> EnumSet.noneOf(Trace.class))
                            .add(Trace.valueOf(row.getString("trace")));
                });
        return found;
    }
}
