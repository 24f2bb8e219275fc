package io.cohorte.progress;

import io.cohorte.groups.Touch;
import io.cohorte.groups.Trace;
import io.cohorte.groups.TracesOfStudents;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who opened a page of the product since, or marked one as done. */
@Component
class TracesInProgress implements TracesOfStudents {

    private final JdbcClient jdbc;

    TracesInProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<AccountId, Set<Trace>> since(ProductRef product, Collection<Touch> touched) {
        return jdbc
                .sql("""
                        SELECT t.student
                        FROM unnest(:students, :moments) AS t (student, at)
                        WHERE EXISTS (SELECT FROM student_activity a
                                WHERE a.product_id = :product AND a.student_id = t.student AND a.last_active_at > t.at)
                            OR EXISTS (SELECT FROM page_progress v
                                WHERE v.product_id = :product AND v.student_id = t.student AND v.done_at > t.at)
                        """)
                .param("product", product.id().value())
                .param(
                        "students",
                        touched.stream().map(it -> it.student().value()).toArray(UUID[]::new))
                .param(
                        "moments",
                        touched.stream().map(it -> Timestamp.from(it.at())).toArray(Timestamp[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .collect(Collectors.toMap(Function.identity(), it -> Set.of(Trace.OPENED_A_PAGE)));
    }
}
