package io.cohorte.shared;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that has been made in the transaction that publishes it. It carries ids and values, never entities; the
 * simple name of its class is the kind under which it is kept in the audit.
 */
public interface DomainEvent {

    Actor actor();

    /** The area it happened in; null for what concerns an account alone. */
    default @Nullable AreaId area() {
        return null;
    }

    /** The product it happened in; null for what concerns the area. */
    default @Nullable ProductId product() {
        return null;
    }

    /** The thing that changed. */
    UUID subject();

    /** What was true before, by name; empty for something new. No names or addresses of people. */
    default Map<String, ?> before() {
        return Map.of();
    }

    /** What is true now, by name; empty for something gone. No names or addresses of people. */
    default Map<String, ?> after() {
        return Map.of();
    }
}
