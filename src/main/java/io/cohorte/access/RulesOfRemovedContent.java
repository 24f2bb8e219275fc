package io.cohorte.access;

import io.cohorte.content.ModuleRemoved;
import io.cohorte.content.PageRemoved;
import io.cohorte.shared.ProductId;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The rules of a module or page go with it, in the same transaction; their history stays. */
@Component
class RulesOfRemovedContent {

    private final RuleRows rows;
    private final RuleStates states;

    RulesOfRemovedContent(RuleRows rows, RuleStates states) {
        this.rows = rows;
        this.states = states;
    }

    @EventListener
    void on(ModuleRemoved removed) {
        forget(removed.product(), removed.subject());
    }

    @EventListener
    void on(PageRemoved removed) {
        forget(removed.product(), removed.subject());
    }

    private void forget(ProductId product, UUID subject) {
        rows.delete(product, subject);
        states.record(product, subject, null);
    }
}
