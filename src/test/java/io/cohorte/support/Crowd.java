package io.cohorte.support;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.Ids;
import io.cohorte.support.World.TestProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Students by the million, written past the doors by crowd.sql, since an import of so many takes minutes. */
public class Crowd {

    private static final String[] GROWN = {
        "accounts", "people", "memberships", "grants", "member_search", "membership_history"
    };

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Crowd(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
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
