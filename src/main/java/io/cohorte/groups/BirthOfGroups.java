package io.cohorte.groups;

import io.cohorte.areas.AreaQueries;
import io.cohorte.catalog.ProductCreated;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives a new product its default group, in the transaction that makes the product (product.md 1.2, 7). */
@Component
class BirthOfGroups {

    private final ProductGroupsRepository products;
    private final AreaQueries areas;
    private final MessageSource messages;
    private final Clock clock;

    BirthOfGroups(ProductGroupsRepository products, AreaQueries areas, MessageSource messages, Clock clock) {
        this.products = products;
        this.areas = areas;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void on(ProductCreated created) {
        Locale locale = areas.settings(created.area()).language().locale();
        String name = messages.getMessage("groups.first-name", null, locale);
        products.saveAndFlush(new ProductGroups(created.product(), name, clock.instant()));
    }
}
