package io.cohorte.audit;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody took entries of an area out of the program: all that the filter matched. */
public record AuditExported(Actor actor, AuditFilter filter) implements DomainEvent {

    @Override
    public AreaId area() {
        return filter.area();
    }

    @Override
    public UUID subject() {
        return area().value();
    }

    @Override
    public Map<String, ?> after() {
        Map<String, Object> asked = new LinkedHashMap<>();
        Optional.ofNullable(filter.person())
                .map(AuditFilter.Concerned::account)
                .map(AccountId::toString)
                .ifPresent(it -> asked.put("person", it));
        Optional.ofNullable(filter.kind()).ifPresent(it -> asked.put("kind", it));
        Optional.ofNullable(filter.from()).ifPresent(it -> asked.put("from", it.toString()));
        Optional.ofNullable(filter.until()).ifPresent(it -> asked.put("until", it.toString()));
        return asked;
    }
}
