package io.cohorte.imports;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operator let imports enrol another number of students in an area; null for no limit. */
public record ImportQuotaSet(
        Actor actor,
        AreaId area,
        @Nullable Integer from,
        @Nullable Integer to) implements DomainEvent {

    @Override
    public UUID subject() {
        return area.value();
    }

    @Override
    public Map<String, ?> before() {
        return values(from);
    }

    @Override
    public Map<String, ?> after() {
        return values(to);
    }

    private static Map<String, ?> values(@Nullable Integer base) {
        return Map.of("quota", base == null ? "UNLIMITED" : base);
    }
}
