package io.cohorte.imports;

import io.cohorte.areas.Role;
import io.cohorte.areas.StaffQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.lists.ListRole;
import io.cohorte.lists.Rules;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.PlainText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the lines of a list are held to in a product, as it is now. */
@Component
class ListRules {

    private final GroupQueries groups;
    private final StaffQueries staff;
    private final Clock clock;

    ListRules(GroupQueries groups, StaffQueries staff, Clock clock) {
        this.groups = groups;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param groups by the key of their name */
    record Held(Rules rules, Map<String, GroupChoice> groups) {}

    /** @param by whose list it is: nobody gives a role that they may not give */
    Held of(ProductView product, LocalDate defaultAnchor, AccountId by) {
        Map<String, GroupChoice> present = groups.choices(product.ref().id()).stream()
                .collect(Collectors.toMap(it -> PlainText.nameKey(it.name()), Function.identity()));
        Set<Role> given = staff.rolesToGive(product.ref().area(), by);
        Set<ListRole> roles = Arrays.stream(ListRole.values())
                .filter(it -> it.staff().map(given::contains).orElse(true))
                .collect(Collectors.toSet());
        return new Held(new Rules(defaultAnchor, latest(product), present.keySet(), roles), present);
    }

    /** The last day of purchase that is accepted: tomorrow in the product's zone (product.md D16). */
    LocalDate latest(ProductView product) {
        return product.today(clock).plusDays(1);
    }
}
