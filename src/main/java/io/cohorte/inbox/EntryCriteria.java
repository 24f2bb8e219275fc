package io.cohorte.inbox;

import io.cohorte.web.Keyset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as a part of a statement, and the place of a page in what it finds. */
final class EntryCriteria {

    private final StringBuilder condition = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private final boolean backwards;

    EntryCriteria(InboxFilter filter, Keyset.Request request) {
        backwards = request.backwards();
        parameters.put("area", filter.area().value());
        if (filter.state() != null) {
            // Spelled out, as in the indexes.
            condition.append(" AND state = '").append(filter.state()).append("'");
        }
        if (filter.product() != null) {
            and("product_id = :product", "product", filter.product().value());
        }
        if (!filter.buyers().isEmpty()) {
            and("buyer = ANY (:buyers)", "buyers", filter.buyers().toArray(String[]::new));
        }
        and("event = :event", "event", filter.event());
        Keyset.Position position = request.position();
        if (position != null) {
            and("entry_id " + (backwards ? ">" : "<") + " :position", "position", position.id());
        }
    }

    String condition() {
        return condition.toString();
    }

    String order() {
        return " ORDER BY entry_id " + (backwards ? "ASC" : "DESC") + " LIMIT " + (Keyset.PAGE + 1);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void and(String clause, String name, @Nullable Object value) {
        if (value != null) {
            condition.append(" AND ").append(clause);
            parameters.put(name, value);
        }
    }
}
