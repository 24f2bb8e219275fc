package io.cohorte.catalog;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** A product has another name or zone, or its pages are done otherwise. */
public record ProductDescribed(
        Actor actor,
        ProductRef where,
        String nameBefore,
        String nameAfter,
        ZoneId zoneBefore,
        ZoneId zoneAfter,
        boolean doneAtEndBefore,
        boolean doneAtEndAfter)
        implements ProductEvent {

    boolean isEffective() {
        return !before().equals(after());
    }

    @Override
    public UUID subject() {
        return where.id().value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("name", nameBefore, "zone", zoneBefore.getId(), "doneAtEnd", doneAtEndBefore);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("name", nameAfter, "zone", zoneAfter.getId(), "doneAtEnd", doneAtEndAfter);
    }
}
