package io.cohorte.sales;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import org.springframework.context.ApplicationEventPublisher;

/** The door for taking sales out of the program as a list, which is an act that is kept. */
@CommandService
public class SaleExports {

    private final ApplicationEventPublisher events;

    SaleExports(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Keeps that somebody is about to be given all that a filter matches. */
    public void begin(SaleFilter filter, Actor actor) {
        events.publishEvent(new SalesExported(actor, filter.area(), filter));
    }
}
