package io.cohorte.support;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.Ids;
import io.cohorte.support.World.TestProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Students by the million, written past the doors by crowd.sql, since an import of so many takes minutes. */
public class Crowd {

    private static final String[] GROWN = {
        "accounts", "people", "memberships", "grants", "member_search", "membership_history"
    };

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Crowd(JdbcClient jdbc, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
        transactions.setTimeout((int) Duration.ofMinutes(20).toSeconds());
    }

    /** Enrols so many new students and has the planner know of them. */
    public void join(TestProduct product, GroupId group, int number) {
        Map<String, Object> values = Map.of(
                "area", product.area().id().value(),
                "product", product.ref().id().value(),
                "group", group.value(),
                "batch", Ids.next(),
                "number", number);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("SET LOCAL statement_timeout = 0").update();
            for (String statement : script().split(";\n")) {
                jdbc.sql(statement).params(values).update();
            }
        });
        settle();
    }

    /** Of a crowd's hundred, three have access no more, one of them removed; one more is blocked. */
    public void leave(TestProduct product) {
        jdbc.sql("""
                        UPDATE memberships m
                        SET access_ends_at = CASE WHEN hundredth < 3 THEN now() END,
                            removed_at = CASE WHEN hundredth = 0 THEN now() END,
                            blocked_at = CASE WHEN hundredth = 3 THEN now() END
                        FROM (SELECT student_id, row_number() OVER (ORDER BY student_id) % 100 AS hundredth
                              FROM memberships WHERE product_id = :product) AS n
                        WHERE m.product_id = :product AND m.student_id = n.student_id AND hundredth < 4
                        """).param("product", product.ref().id().value()).update();
        settle();
    }

    /** What autovacuum does sooner or later. */
    public void settle() {
        for (String table : GROWN) {
            jdbc.sql("VACUUM (ANALYZE) " + table).update();
        }
    }

    private static String script() {
        try {
            return new ClassPathResource("crowd.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
