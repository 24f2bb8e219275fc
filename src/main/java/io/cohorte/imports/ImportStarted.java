package io.cohorte.imports;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import was confirmed; its people are not in yet.
 *
 * @param group of those who have none of their own; null for a list made by hand
 */
public record ImportStarted(
        Actor actor,
        ProductRef where,
        ImportId id,
        @Nullable GroupId group,
        int lines,
        int refused,
        ImportOptions options)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return id.value();
    }

    @Override
    public Map<String, ?> after() {
        Map<String, Object> after = new HashMap<>(Map.of(
                "lines", lines,
                "refused", refused,
                "moves", options.moves(),
                "redates", options.redates(),
                "holdsMail", options.holdsMail()));
        if (group != null) {
            after.put("group", group.value());
        }
        return after;
    }
}
