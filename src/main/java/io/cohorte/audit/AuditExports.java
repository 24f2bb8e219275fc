package io.cohorte.audit;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import org.springframework.context.ApplicationEventPublisher;

/** The door for taking entries out of the program, which is an act that is kept itself. */
@CommandService
public class AuditExports {

    private final ApplicationEventPublisher events;

    AuditExports(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Keeps that somebody is about to be given all that a filter matches. */
    public void begin(AuditFilter filter, Actor actor) {
        events.publishEvent(new AuditExported(actor, filter));
    }
}
