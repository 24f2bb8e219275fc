package io.cohorte.mail;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of what was sent, to whom, and what became of it. */
@Service
public class MailQueries {

    private final JdbcClient jdbc;

    MailQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many messages of a cause are in each state; states without any are left out. */
    public Map<MailState, Long> ofCause(UUID cause) {
        Map<MailState, Long> counts = new EnumMap<>(MailState.class);
        jdbc.sql("SELECT state, count(*) AS messages FROM outbox WHERE cause = :cause GROUP BY state")
                .param("cause", cause)
                .query(row -> {
                    counts.put(MailState.valueOf(row.getString("state")), row.getLong("messages"));
                });
        return counts;
    }
}
