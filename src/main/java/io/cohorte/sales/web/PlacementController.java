package io.cohorte.sales.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.AccessEffects;
import io.cohorte.groups.AccessForecast;
import io.cohorte.groups.AccessForecast.MoveEffects;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.MemberSelection;
import io.cohorte.sales.Misplaced;
import io.cohorte.sales.MisplacementQueries;
import io.cohorte.sales.Misplacements;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Why students are not in the right group: who sits elsewhere than their purchase leads to, and one fix for all. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/placement")
class PlacementController {

    private static final MoveEffects NO_EFFECTS = new MoveEffects(AccessEffects.NONE, AccessEffects.NONE);

    private final MisplacementQueries misplaced;
    private final Misplacements misplacements;
    private final GroupQueries groups;
    private final AccessForecast forecast;

    PlacementController(
            MisplacementQueries misplaced, Misplacements misplacements, GroupQueries groups, AccessForecast forecast) {
        this.misplaced = misplaced;
        this.misplacements = misplacements;
        this.groups = groups;
        this.forecast = forecast;
    }

    /**
     * Who is to be moved.
     *
     * @param student those ticked; not regarded with {@code all}
     * @param seen how many they were when the page was shown
     */
    record FixForm(
            @Nullable List<UUID> student,
            @Nullable Boolean all,
            @Nullable Long seen) {

        public boolean meansAll() {
            return Boolean.TRUE.equals(all);
        }

        public List<UUID> ticked() {
            return student == null ? List.of() : student;
        }

        @Nullable
        Set<AccountId> among() {
            return meansAll() ? null : ticked().stream().map(AccountId::new).collect(Collectors.toSet());
        }
    }

    /** A group with how many go there, and what that does. */
    record Target(String name, long students, AccessEffects effects) {}

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping
    String show(
            ProductView product,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        Listing<Misplaced> list = misplaced.list(product.ref(), Keyset.Request.of(after, before));
        if (list.page().rows().isEmpty() && (after != null || before != null)) {
            list = misplaced.list(product.ref(), Keyset.Request.FIRST);
        }
        model.addAttribute("page", list.page());
        model.addAttribute("count", list.count());
        model.addAttribute("unlinked", misplaced.unlinked(product.ref().id()));
        model.addAttribute("product", product);
        return "sales/placement";
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping("/fix")
    String confirm(
            AreaPass area,
            ProductView product,
            @ModelAttribute("form") FixForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (form == null || (!form.meansAll() && form.ticked().isEmpty())) {
            Flash.warn(redirect, "groups.flash.nobody-ticked");
            return list(area, product);
        }
        return page(product, form, model);
    }

    @Requires(Permission.SERVE_STUDENTS)
    @PostMapping("/fix")
    String settle(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @ModelAttribute("form") FixForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        AtomicLong moved = new AtomicLong();
        boolean done = Forms.submit(
                errors,
                () -> moved.set(misplacements.settle(
                        product.ref(), form.among(), form.seen() == null ? 0 : form.seen(), visitor.asActor())));
        if (!done) {
            return page(product, form, model);
        }
        Flash.say(redirect, "sales.flash.placed", moved.get());
        return list(area, product);
    }

    private String page(ProductView product, FixForm form, Model model) {
        Map<GroupId, Set<AccountId>> wanted = misplaced.wanted(product.ref(), form.among());
        List<Target> targets = groups.choices(product.ref().id()).stream()
                .filter(it -> wanted.containsKey(it.id()))
                .map(it -> new Target(
                        it.name(), wanted.get(it.id()).size(), effects(product, it.id(), wanted.get(it.id()))))
                .toList();
        model.addAttribute("form", form);
        model.addAttribute("targets", targets);
        model.addAttribute(
                "chosen", targets.stream().mapToLong(Target::students).sum());
        model.addAttribute("product", product);
        return "sales/placement-fix";
    }

    private AccessEffects effects(ProductView product, GroupId to, Set<AccountId> students) {
        return forecast.ofMoving(product, new MemberSelection.Ticked(students))
                .getOrDefault(to, NO_EFFECTS)
                .kept();
    }

    private static String list(AreaPass area, ProductView product) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/placement";
    }
}
