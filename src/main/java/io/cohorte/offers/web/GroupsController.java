package io.cohorte.offers.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.AccessForecast;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.groups.GroupSummary;
import io.cohorte.groups.Groups;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferView;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab Grupos. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/groups")
class GroupsController {

    private final Groups groups;
    private final GroupQueries groupQueries;
    private final OfferQueries offerQueries;
    private final AccessForecast forecast;

    GroupsController(Groups groups, GroupQueries groupQueries, OfferQueries offerQueries, AccessForecast forecast) {
        this.groups = groups;
        this.groupQueries = groupQueries;
        this.offerQueries = offerQueries;
        this.forecast = forecast;
    }

    /** A group with the offers that lead to it. */
    record GroupCard(GroupSummary group, List<OfferView> offers) {}

    @Requires(Permission.MANAGE)
    @GetMapping
    String list(ProductView product, Model model) {
        List<OfferView> offers = offerQueries.of(product.ref().id());
        model.addAttribute(
                "cards",
                groupQueries.of(product.ref().id()).stream()
                        .map(group -> new GroupCard(
                                group,
                                offers.stream()
                                        .filter(it -> it.leadsTo(group.id()))
                                        .toList()))
                        .toList());
        model.addAttribute(
                "followers", offers.stream().filter(it -> it.group() == null).toList());
        model.addAttribute("product", product);
        return "offers/groups";
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{group}/default")
    String confirmDefault(ProductView product, @PathVariable UUID group, Model model) {
        GroupId id = new GroupId(group);
        GroupChoice present = defaultOf(product);
        model.addAttribute("group", groupQueries.get(product.ref().id(), id));
        model.addAttribute("default", present);
        model.addAttribute("effects", forecast.ofMakingDefault(product, present.id(), id));
        model.addAttribute("product", product);
        return "offers/group-default";
    }

    private GroupChoice defaultOf(ProductView product) {
        return groupQueries.choices(product.ref().id()).stream()
                .filter(GroupChoice::isDefault)
                .findAny()
                .orElseThrow();
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{group}/default")
    String makeDefault(
            AreaPass area,
            ProductView product,
            @PathVariable UUID group,
            Visitor visitor,
            RedirectAttributes redirect) {
        groups.makeDefault(product.ref(), new GroupId(group), visitor.asActor());
        Flash.say(
                redirect,
                "offers.flash.made-default",
                groupQueries.get(product.ref().id(), new GroupId(group)).name());
        return list(area, product);
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{group}/delete")
    String confirmDelete(ProductView product, @PathVariable UUID group, Model model) {
        GroupId id = new GroupId(group);
        model.addAttribute("group", groupQueries.get(product.ref().id(), id));
        model.addAttribute("students", groupQueries.studentsIn(product.ref().id(), id));
        model.addAttribute(
                "offers",
                offerQueries.of(product.ref().id()).stream()
                        .filter(it -> it.leadsTo(id))
                        .toList());
        GroupChoice present = defaultOf(product);
        model.addAttribute("default", present);
        model.addAttribute("effects", forecast.ofClosing(product, id, present.id()));
        model.addAttribute("product", product);
        return "offers/group-delete";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{group}/delete")
    String delete(
            AreaPass area,
            ProductView product,
            @PathVariable UUID group,
            Visitor visitor,
            RedirectAttributes redirect) {
        try {
            GroupSummary closed = groupQueries.get(product.ref().id(), new GroupId(group));
            long moved = groups.close(product.ref(), closed.id(), visitor.asActor());
            Flash.say(redirect, "offers.flash.group-deleted", closed.name(), moved);
        } catch (NotFound deletedMeanwhile) {
            Flash.warn(redirect, "groups.group-gone");
        }
        return list(area, product);
    }

    private static String list(AreaPass area, ProductView product) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/groups";
    }
}
