package io.cohorte.groups.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.AccessEffects;
import io.cohorte.groups.AccessForecast;
import io.cohorte.groups.AccessForecast.MoveEffects;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberQueries;
import io.cohorte.groups.MemberSelection;
import io.cohorte.groups.MemberState;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Query;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Acciones > Cambiar de grupo: choose the group, see how many move, confirm. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/members/move")
class MoveController {

    /** Of a group opened just now. */
    private static final MoveEffects NO_EFFECTS = new MoveEffects(AccessEffects.NONE, AccessEffects.NONE);

    private final Memberships memberships;
    private final MemberQueries members;
    private final GroupQueries groups;
    private final AccessForecast forecast;
    private final Clock clock;

    MoveController(
            Memberships memberships, MemberQueries members, GroupQueries groups, AccessForecast forecast, Clock clock) {
        this.memberships = memberships;
        this.members = members;
        this.groups = groups;
        this.forecast = forecast;
        this.clock = clock;
    }

    /**
     * What is to be moved, and where to.
     *
     * @param student those ticked; not regarded with {@code all}
     * @param all whether all that match {@code q}, {@code group} and {@code state} are meant
     * @param sort how the list was sorted that the visitor comes from and goes back to
     * @param seen how many matched when the page was shown
     * @param fromPage whether the visitor comes from the page of the one student ticked, and goes back to it
     * @param explain the page whose explanation for that student the visitor comes from, and goes back to
     */
    record MoveForm(
            @Nullable List<UUID> student,
            @Nullable Boolean all,
            @Nullable String q,
            @Nullable UUID group,
            @Nullable String state,
            @Nullable String sort,
            @Nullable Long seen,
            @NotNull UUID to,
            @Nullable Boolean restart,
            @Nullable Boolean fromPage,
            @Nullable UUID explain) {

        public boolean meansAll() {
            return Boolean.TRUE.equals(all);
        }

        public boolean restarts() {
            return Boolean.TRUE.equals(restart);
        }

        MemberFilter filter() {
            return new MemberFilter(q == null ? "" : q, group == null ? null : new GroupId(group), memberState());
        }

        MemberSelection selection() {
            return meansAll()
                    ? new MemberSelection.Matching(filter(), seen == null ? 0 : seen)
                    : new MemberSelection.Ticked(ticked());
        }

        private MemberState memberState() {
            return Optional.ofNullable(state).flatMap(MemberState::of).orElse(MemberState.IN);
        }

        private Set<AccountId> ticked() {
            return Optional.ofNullable(student).orElse(List.of()).stream()
                    .map(AccountId::new)
                    .collect(Collectors.toSet());
        }
    }

    /** A group to move to, with what moving there would do. */
    record Target(GroupId id, String name, boolean isDefault, long moving, long already, MoveEffects effects) {}

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping
    String choose(
            AreaPass area,
            ProductView product,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (form == null || (!form.meansAll() && form.ticked().isEmpty())) {
            Flash.warn(redirect, "groups.flash.nobody-ticked");
            return "redirect:" + list(area, product, form);
        }
        if (form.meansAll() && !form.filter().state().mayBeIn()) {
            Flash.warn(redirect, "groups.flash.nobody-in");
            return "redirect:" + list(area, product, form);
        }
        return page(area, product, form, model);
    }

    @Requires(Permission.SERVE_STUDENTS)
    @PostMapping
    String move(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        AtomicLong moved = new AtomicLong();
        boolean done = Forms.submit(errors, () -> moved.set(move(product, form, visitor)));
        if (!done) {
            return page(area, product, form, model);
        }
        Flash.say(
                redirect,
                "groups.flash.moved",
                moved.get(),
                groups.get(product.ref().id(), new GroupId(form.to())).name());
        return "redirect:" + list(area, product, form);
    }

    /** One student is moved by the command that keeps who it was. */
    private long move(ProductView product, MoveForm form, Visitor visitor) {
        GroupId to = new GroupId(form.to());
        if (form.selection() instanceof MemberSelection.Ticked ticked
                && ticked.students().size() == 1) {
            AccountId student = ticked.students().iterator().next();
            return memberships.move(product.ref(), student, to, form.restarts(), visitor.asActor()) ? 1 : 0;
        }
        return memberships.moveAll(product.ref(), form.selection(), to, form.restarts(), visitor.asActor());
    }

    private String page(AreaPass area, ProductView product, MoveForm form, Model model) {
        Map<GroupId, Long> present = members.groupsOf(product.ref(), form.selection());
        long chosen = present.values().stream().mapToLong(Long::longValue).sum();
        Map<GroupId, MoveEffects> effects = forecast.ofMoving(product, form.selection());
        List<Target> targets = groups.choices(product.ref().id()).stream()
                .map(it -> {
                    long already = present.getOrDefault(it.id(), 0L);
                    return new Target(
                            it.id(),
                            it.name(),
                            it.isDefault(),
                            chosen - already,
                            already,
                            effects.getOrDefault(it.id(), NO_EFFECTS));
                })
                .toList();
        model.addAttribute("form", form);
        model.addAttribute("cancel", list(area, product, form));
        model.addAttribute("chosen", chosen);
        model.addAttribute("targets", targets);
        model.addAttribute("today", product.today(clock));
        model.addAttribute("product", product);
        return "groups/move";
    }

    /** Where the visitor comes from: the list as they left it, the student's page, or an explanation. */
    private static String list(AreaPass area, ProductView product, @Nullable MoveForm form) {
        String path = area.path() + "/products/" + product.ref().id();
        String members = path + "/members";
        if (form != null && form.ticked().size() == 1) {
            AccountId student = form.ticked().iterator().next();
            if (form.explain() != null) {
                return path + "/explain?student=" + student + "&page=" + form.explain();
            }
            if (Boolean.TRUE.equals(form.fromPage())) {
                return members + "/" + student;
            }
        }
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        if (form != null) {
            parameters.addIfAbsent("q", Objects.requireNonNullElse(form.q(), ""));
            parameters.addIfAbsent("group", Objects.toString(form.group(), ""));
            parameters.addIfAbsent("state", Objects.requireNonNullElse(form.state(), ""));
            parameters.addIfAbsent("sort", Objects.requireNonNullElse(form.sort(), ""));
        }
        return Query.of(members, parameters);
    }
}
