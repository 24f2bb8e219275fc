package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductRef;
import org.springframework.context.ApplicationEventPublisher;

/** The door for taking students out of the program as a list, which is an act that is kept. */
@CommandService
public class MemberExports {

    private final ApplicationEventPublisher events;

    MemberExports(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Keeps that somebody is about to be given all that a filter matches. */
    public void begin(ProductRef product, MemberFilter filter, Actor actor) {
        events.publishEvent(new MembersExported(actor, product, filter));
    }
}
