package io.cohorte.comments;

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

/** Who commented in the product since (product.md D21). */
@Component
class TracesInComments implements TracesOfStudents {

    private final JdbcClient jdbc;

    TracesInComments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<AccountId, Set<Trace>> since(ProductRef product, Collection<Touch> touched) {
        return jdbc
                .sql("""
                        SELECT t.student
                        FROM unnest(:students, :moments) AS t (student, at)
                        WHERE EXISTS (SELECT FROM comments c WHERE c.product_id = :product AND c.author_id = t.student
                            AND greatest(c.created_at, c.edited_at) > t.at)
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
                .collect(Collectors.toMap(Function.identity(), it -> Set.of(Trace.COMMENTED)));
    }
}
