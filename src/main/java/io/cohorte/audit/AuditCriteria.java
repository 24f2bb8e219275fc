package io.cohorte.audit;

import io.cohorte.audit.AuditFilter.Concerned;
import io.cohorte.shared.Ids;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter as a statement that finds ids of entries, each part of it in the order of one index. */
final class AuditCriteria {

    /** How far the moment of an entry and the moment in its id may lie apart: they are read one after the other. */
    private static final Duration APART = Duration.ofMinutes(5);

    private final StringBuilder condition = new StringBuilder("area_id = :area");
    private final Map<String, Object> parameters = new HashMap<>();
    private final @Nullable Concerned person;

    AuditCriteria(AuditFilter filter) {
        person = filter.person();
        parameters.put("area", filter.area().value());
        if (filter.kind() != null) {
            and("kind = :kind", "kind", filter.kind());
        }
        // The id says the same as the moment, nearly, and is what the indexes are ordered by.
        Instant from = filter.from();
        if (from != null) {
            and("at >= :from", "from", Timestamp.from(from));
            and("entry_id >= :fromId", "fromId", Ids.earliestAt(from.minus(APART)));
        }
        Instant until = filter.until();
        if (until != null) {
            and("at < :until", "until", Timestamp.from(until));
            and("entry_id < :untilId", "untilId", Ids.earliestAt(until.plus(APART)));
        }
        if (person != null) {
            parameters.put("person", person.account().value());
            parameters.put(
                    "subjects",
                    Stream.concat(Stream.of(person.account().value()), person.commands().stream())
                            .toArray(UUID[]::new));
        }
    }

    void behind(UUID position, boolean backwards) {
        and("entry_id " + (backwards ? ">" : "<") + " :position", "position", position);
    }

    /**
     * The ids that match, in order.
     *
     * @param direction ASC or DESC
     */
    String ids(String direction, long limit) {
        String end = " ORDER BY entry_id " + direction + " LIMIT " + limit;
        String start = "SELECT entry_id FROM audit_entries WHERE " + condition;
        return person == null
                ? start + end
                : "(" + start + " AND actor_id = :person" + end + ") UNION (" + start
                        + " AND subject_id = ANY (:subjects)" + end + ")" + end;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void and(String clause, String name, Object value) {
        condition.append(" AND ").append(clause);
        parameters.put(name, value);
    }
}
