package io.cohorte.areas.web;

import io.cohorte.accounts.ActivationLinks;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Role;
import io.cohorte.areas.Staff;
import io.cohorte.areas.StaffQueries;
import io.cohorte.areas.StaffQueries.StaffMember;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.ShortText;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The staff of an area: who is in it, with which roles. */
@Controller
@RequestMapping("/areas/{area}/staff")
class StaffController {

    private final Staff staff;
    private final StaffQueries members;
    private final ActivationLinks links;

    StaffController(Staff staff, StaffQueries members, ActivationLinks links) {
        this.staff = staff;
        this.members = members;
        this.links = links;
    }

    record NewStaffForm(
            @NotBlank String email,
            @ShortText(max = 200, optional = true) @Nullable String name,
            @NotNull Set<Role> roles) {

        @Nullable
        String tidyName() {
            String tidy = name == null ? "" : PlainText.tidy(name);
            return tidy.isEmpty() ? null : tidy;
        }
    }

    /**
     * The roles somebody is to have.
     *
     * @param opened those they had when the form was opened
     */
    record RolesForm(@NotNull Set<Role> roles, @Nullable Set<Role> opened) {}

    @Requires(Permission.MANAGE)
    @GetMapping
    String list(AreaPass area, Model model) {
        List<StaffMember> all = members.of(area.id());
        model.addAttribute("members", all);
        model.addAttribute(
                "oneOwner", all.stream().filter(it -> it.is(Role.OWNER)).count() == 1);
        return "areas/staff";
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/new")
    String add(Model model) {
        return newForm(new NewStaffForm("", "", Set.of()), model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping
    String add(
            AreaPass area,
            Visitor visitor,
            @Valid @ModelAttribute("form") NewStaffForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Forms.submit(errors, () -> {
            AccountId person = staff.add(
                    area.id(), EmailAddress.of(form.email()), form.tidyName(), form.roles(), visitor.asActor());
            Flash.say(
                    redirect,
                    "areas.flash.staff-added",
                    members.get(area.id(), person).name());
        });
        return done ? list(area) : newForm(form, model);
    }

    private static String newForm(NewStaffForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("roles", Role.values());
        return "areas/staff-new";
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{person}")
    String edit(AreaPass area, @PathVariable UUID person, Model model) {
        StaffMember member = members.get(area.id(), new AccountId(person));
        return editForm(member, new RolesForm(member.roles(), member.roles()), model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{person}")
    String edit(
            AreaPass area,
            @PathVariable UUID person,
            Visitor visitor,
            @Valid @ModelAttribute("form") RolesForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        StaffMember member = members.get(area.id(), new AccountId(person));
        Set<Role> opened = form.opened() == null ? Set.of() : form.opened();
        boolean done = Forms.submit(
                errors, () -> staff.changeRoles(area.id(), member.account(), opened, form.roles(), visitor.asActor()));
        if (!done) {
            return editForm(members.get(area.id(), member.account()), form, model);
        }
        Flash.say(redirect, "areas.flash.roles-changed", member.name());
        return member.account().equals(visitor.account()) ? "redirect:" + area.path() : list(area);
    }

    private static String editForm(StaffMember member, RolesForm form, Model model) {
        model.addAttribute("member", member);
        model.addAttribute("form", form);
        model.addAttribute("roles", Role.values());
        return "areas/staff-roles";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{person}/activation-link")
    String issueLink(AreaPass area, @PathVariable UUID person, Visitor visitor, RedirectAttributes redirect) {
        StaffMember member = members.get(area.id(), new AccountId(person));
        try {
            links.issue(member.account(), area.id(), visitor.asActor());
            Flash.say(redirect, "areas.flash.link-issued", member.name());
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
        }
        return list(area);
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{person}/remove")
    String confirmRemoval(AreaPass area, @PathVariable UUID person, Visitor visitor, Model model) {
        StaffMember member = members.get(area.id(), new AccountId(person));
        model.addAttribute("member", member);
        model.addAttribute("lastOwner", members.holders(area.id(), Role.OWNER).equals(Set.of(member.account())));
        model.addAttribute("self", member.account().equals(visitor.account()));
        return "areas/staff-remove";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{person}/remove")
    String remove(AreaPass area, @PathVariable UUID person, Visitor visitor, RedirectAttributes redirect) {
        StaffMember member = members.get(area.id(), new AccountId(person));
        try {
            staff.remove(area.id(), member.account(), visitor.asActor());
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
            return list(area);
        }
        Flash.say(redirect, "areas.flash.staff-removed", member.name());
        return member.account().equals(visitor.account()) ? "redirect:/areas" : list(area);
    }

    private static String list(AreaPass area) {
        return "redirect:" + area.path() + "/staff";
    }
}
