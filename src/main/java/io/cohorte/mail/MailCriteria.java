package io.cohorte.mail;

import io.cohorte.web.Keyset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as a statement that finds a page of messages, each part of it in the order of one index. */
final class MailCriteria {

    private static final Pattern PLACE = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})([A-Z_]+)");

    private final StringBuilder condition = new StringBuilder("area_id = :area");
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<MailState> states;
    private final String order;

    MailCriteria(MailFilter filter, Keyset.Request request) {
        parameters.put("area", filter.area().value());
        if (filter.person() != null) {
            condition.append(" AND account_id = :person");
            parameters.put("person", filter.person().value());
        }
        states = filter.state() == null ? Arrays.asList(MailState.values()) : List.of(filter.state());
        String direction = request.backwards() ? "ASC" : "DESC";
        order = " ORDER BY cause %1$s, account_id %1$s, kind %1$s LIMIT ".formatted(direction) + (Keyset.PAGE + 1);
        behind(request.position(), request.backwards() ? ">" : "<");
    }

    private void behind(Keyset.@Nullable Position position, String comparison) {
        var place = PLACE.matcher(position == null ? "" : position.sort());
        if (position != null && place.matches()) {
            condition
                    .append(" AND (cause, account_id, kind) ")
                    .append(comparison)
                    .append(" (:cause, :account, :kind)");
            parameters.put("cause", position.id());
            parameters.put("account", UUID.fromString(place.group(1)));
            parameters.put("kind", place.group(2));
        }
    }

    /** Where a message stands in the order: behind its cause, account and kind. */
    static Keyset.Position position(MailView mail) {
        return new Keyset.Position(mail.account() + mail.kind(), mail.cause());
    }

    /** The index of an area is sorted within each state: so each is asked for by itself. */
    String sql(String columns) {
        return states.stream()
                .map(it -> "(SELECT " + columns + where(it) + order + ")")
                .collect(Collectors.joining(" UNION ALL ", "SELECT * FROM (", ") AS found" + order));
    }

    String unordered(long limit) {
        return "SELECT" + where(states.get(0)) + " LIMIT " + limit;
    }

    private String where(MailState state) {
        return " FROM outbox WHERE " + condition + " AND state = '" + state + "'";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
