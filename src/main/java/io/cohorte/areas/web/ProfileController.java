package io.cohorte.areas.web;

import io.cohorte.areas.People;
import io.cohorte.areas.People.Renaming;
import io.cohorte.areas.PeopleQueries;
import io.cohorte.areas.PeopleQueries.OwnName;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Permission;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.ShortText;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which somebody says how each area they are of names them (product.md D18). */
@Controller
class ProfileController {

    private final PeopleQueries existing;
    private final People people;

    ProfileController(PeopleQueries existing, People people) {
        this.existing = existing;
        this.people = people;
    }

    record NamesForm(@NotEmpty List<@Valid NameForm> names) {

        static NamesForm of(List<OwnName> names) {
            return new NamesForm(names.stream()
                    .map(it -> new NameForm(it.area().value(), it.name(), it.name()))
                    .toList());
        }

        List<Renaming> read() {
            return names.stream()
                    .map(it -> new Renaming(new AreaId(it.area()), it.opened(), it.name()))
                    .toList();
        }
    }

    /** @param opened the name the edit began with */
    record NameForm(
            @NotNull UUID area,
            @ShortText(max = 200) String name,
            @NotNull String opened) {}

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/account/profile")
    String edit(Visitor visitor, Model model) {
        List<OwnName> names = existing.namesOf(visitor.account());
        return page(names, NamesForm.of(names), model);
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/account/profile")
    String edit(
            Visitor visitor,
            @Valid @ModelAttribute("form") NamesForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Forms.submit(errors, () -> people.rename(visitor.account(), form.read(), visitor.asActor()));
        if (!done) {
            return page(existing.namesOf(visitor.account()), form, model);
        }
        Flash.say(redirect, "areas.profile.saved");
        return "redirect:/account/profile";
    }

    private static String page(List<OwnName> names, NamesForm form, Model model) {
        Map<UUID, OwnName> byArea = new HashMap<>();
        names.forEach(it -> byArea.put(it.area().value(), it));
        model.addAttribute("saved", byArea);
        model.addAttribute("form", form);
        return "areas/profile";
    }
}
