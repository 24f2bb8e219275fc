package io.cohorte.groups.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberQueries;
import io.cohorte.groups.MemberQueries.MemberRow;
import io.cohorte.groups.MemberSort;
import io.cohorte.groups.MemberState;
import io.cohorte.shared.Permission;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import io.cohorte.web.Requires;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab Usuarios: the students of a product. */
@Controller
class MembersController {

    private final MemberQueries members;
    private final GroupQueries groups;

    MembersController(MemberQueries members, GroupQueries groups) {
        this.members = members;
        this.groups = groups;
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping("/areas/{area}/products/{product}/members")
    String list(
            ProductView product,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID group,
            @RequestParam(defaultValue = "in") String state,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        MemberFilter filter = new MemberFilter(
                q,
                group == null ? null : new GroupId(group),
                MemberState.of(state).orElse(MemberState.IN));
        MemberSort order = MemberSort.of(sort).orElse(MemberSort.NAME);
        Listing<MemberRow> list = members.list(product.ref(), filter, order, Keyset.Request.of(after, before));
        if (list.page().rows().isEmpty() && (after != null || before != null)) {
            // Whoever stood on this page is gone meanwhile: the list begins anew.
            list = members.list(product.ref(), filter, order, Keyset.Request.FIRST);
        }
        model.addAttribute("page", list.page());
        model.addAttribute("count", list.count());
        model.addAttribute("groups", groups.choices(product.ref().id()));
        model.addAttribute("states", MemberState.values());
        model.addAttribute("filter", filter);
        model.addAttribute("group", group);
        model.addAttribute("sort", order);
        model.addAttribute("product", product);
        return "groups/members";
    }
}
