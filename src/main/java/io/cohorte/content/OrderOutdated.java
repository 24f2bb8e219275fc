package io.cohorte.content;

import io.cohorte.shared.RuleViolation;

/** An order names other modules or pages than there are: somebody changed the outline meanwhile. */
public class OrderOutdated extends RuleViolation {

    OrderOutdated() {
        super("content.order-outdated", null);
    }
}
