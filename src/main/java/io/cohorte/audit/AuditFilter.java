package io.cohorte.audit;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of an area are asked for.
 *
 * @param person whose acts, and the acts that changed this person; null for everybody
 * @param kind null for every kind
 * @param from the first moment; null for the beginning
 * @param until the moment behind the last; null for no end
 */
public record AuditFilter(
        AreaId area,
        @Nullable Concerned person,
        @Nullable String kind,
        @Nullable Instant from,
        @Nullable Instant until) {

    /**
     * A person as entries know one.
     *
     * @param commands acts on many that reached this person too
     */
    public record Concerned(AccountId account, Collection<UUID> commands) {

        public Concerned {
            commands = List.copyOf(commands);
        }
    }

    public static AuditFilter all(AreaId area) {
        return new AuditFilter(area, null, null, null, null);
    }
}
