package io.cohorte.sales;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody took sales of an area out of the program: all that the filter matched. */
public record SalesExported(Actor actor, AreaId area, SaleFilter filter) implements DomainEvent {

    @Override
    public UUID subject() {
        return area.value();
    }

    @Override
    public Map<String, ?> after() {
        Map<String, Object> asked = new HashMap<>(Map.of(
                "soldFrom", filter.from().toString(), "soldTo", filter.to().toString()));
        if (filter.offer() != null) {
            asked.put("offer", filter.offer().value());
        }
        return asked;
    }
}
