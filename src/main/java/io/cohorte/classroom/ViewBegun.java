package io.cohorte.classroom;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staff began to look at the classroom as a group or as a student. */
public record ViewBegun(
        Actor actor,
        ProductRef where,
        ViewId view,
        @Nullable GroupId group,
        @Nullable LocalDate anchor,
        @Nullable AccountId student,
        @Nullable Instant moment)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return student != null ? student.value() : group == null ? view.value() : group.value();
    }

    @Override
    public Map<String, ?> after() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (group != null && anchor != null) {
            values.put("group", group.value());
            values.put("anchor", anchor);
        }
        if (student != null) {
            values.put("student", student.value());
        }
        if (moment != null) {
            values.put("moment", moment);
        }
        return values;
    }
}
