package io.cohorte.access;

import io.cohorte.access.RuleRows.Saved;
import io.cohorte.content.ModuleDuplicated;
import io.cohorte.content.PageDuplicated;
import io.cohorte.shared.ProductId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A copy of a module or page is for the same groups at the same times, in the same transaction. */
@Component
class RulesOfDuplicatedContent {

    private final RuleRows rows;
    private final RuleStates states;

    RulesOfDuplicatedContent(RuleRows rows, RuleStates states) {
        this.rows = rows;
        this.states = states;
    }

    @EventListener
    void on(PageDuplicated duplicated) {
        copy(duplicated.product(), Map.of(duplicated.from().value(), new Subject.OfPage(duplicated.to())));
    }

    @EventListener
    void on(ModuleDuplicated duplicated) {
        Map<UUID, Subject> copies = new HashMap<>();
        copies.put(duplicated.from().value(), new Subject.OfModule(duplicated.to()));
        duplicated.pages().forEach((page, copy) -> copies.put(page.value(), new Subject.OfPage(copy)));
        copy(duplicated.product(), copies);
    }

    private void copy(ProductId product, Map<UUID, Subject> copies) {
        Map<UUID, Saved> said = rows.all(product);
        copies.forEach((from, to) -> {
            Saved saved = said.get(from);
            if (saved != null) {
                rows.forChange(product, to);
                rows.write(product, to, saved.rules());
                states.record(product, to.value(), saved.rules());
            }
        });
    }
}
