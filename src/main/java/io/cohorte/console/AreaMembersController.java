package io.cohorte.console;

import io.cohorte.areas.Role;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.groups.AreaPeopleQueries;
import io.cohorte.groups.AreaPeopleQueries.PersonRow;
import io.cohorte.groups.PeopleFilter;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductId;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import io.cohorte.web.Requires;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Usuarios of the area: everybody with their products, groups and roles. */
@Controller
class AreaMembersController {

    private final AreaPeopleQueries people;
    private final ProductQueries products;

    AreaMembersController(AreaPeopleQueries people, ProductQueries products) {
        this.people = people;
        this.products = products;
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping("/areas/{area}/members")
    String list(
            AreaPass area,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID product,
            @RequestParam @Nullable Role role,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        PeopleFilter filter = new PeopleFilter(q, product == null ? null : new ProductId(product), role);
        Listing<PersonRow> list = people.list(area.id(), filter, Keyset.Request.of(after, before));
        if (list.page().rows().isEmpty() && (after != null || before != null)) {
            // Whoever stood on this page is gone meanwhile: the list begins anew.
            list = people.list(area.id(), filter, Keyset.Request.FIRST);
        }
        Keyset.Page<PersonRow> page = list.page();
        model.addAttribute("page", page);
        model.addAttribute(
                "places",
                people.placesOf(
                        area.id(), page.rows().stream().map(PersonRow::account).toList()));
        model.addAttribute("count", list.count());
        model.addAttribute("products", products.of(area.id()));
        model.addAttribute("roles", Role.values());
        model.addAttribute("filter", filter);
        return "console/area-members";
    }
}
