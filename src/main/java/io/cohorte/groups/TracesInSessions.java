package io.cohorte.groups;

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

/** Who signed in since, or went on in a session begun before: accounts know of no products, so this room asks them. */
@Component
class TracesInSessions implements TracesOfStudents {

    private final JdbcClient jdbc;

    TracesInSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<AccountId, Set<Trace>> since(ProductRef product, Collection<Touch> touched) {
        return jdbc
                .sql("""
                        SELECT t.student
                        FROM unnest(:students, :moments) AS t (student, at)
                            JOIN accounts a ON a.account_id = t.student
                        WHERE a.last_signed_in_at > t.at OR EXISTS (
                            SELECT FROM spring_session s WHERE s.principal_name = CAST(t.student AS text)
                                AND s.last_access_time > extract(epoch FROM t.at) * 1000)
                        """)
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
                .collect(Collectors.toMap(Function.identity(), it -> Set.of(Trace.SIGNED_IN)));
    }
}
