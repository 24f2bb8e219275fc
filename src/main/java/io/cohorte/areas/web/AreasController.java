package io.cohorte.areas.web;

import io.cohorte.areas.AreaOrigin;
import io.cohorte.areas.AreaQueries;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.areas.Slug;
import io.cohorte.shared.Language;
import io.cohorte.shared.Permission;
import io.cohorte.shared.PlainText;
import io.cohorte.web.AreaGate;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.ShortText;
import io.cohorte.web.Visitor;
import io.cohorte.web.ZoneName;
import io.cohorte.web.Zones;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My areas: where somebody lands after signing in; and opening one. */
@Controller
@RequestMapping("/areas")
class AreasController {

    private final AreaQueries existing;
    private final Areas areas;
    private final AreaGate gate;

    AreasController(AreaQueries existing, Areas areas, AreaGate gate) {
        this.existing = existing;
        this.areas = areas;
        this.gate = gate;
    }

    /** @param slug may be left empty: then the name makes it */
    record NewAreaForm(
            @ShortText(max = 200) String name,
            @Nullable String slug,
            @NotNull Language language,
            @ZoneName String zone,
            @ShortText(max = 200) String ownName) {}

    @Requires(Permission.SIGNED_IN)
    @GetMapping
    String mine(Visitor visitor, Model model) {
        model.addAttribute("areas", existing.areasOf(visitor.account()));
        model.addAttribute("mayOpen", gate.letsOpenAreas(visitor));
        return "areas/list";
    }

    @Requires(Permission.OPEN_AREAS)
    @GetMapping("/new")
    String open(Visitor visitor, Locale locale, Model model) {
        Language language = Language.of(locale.toLanguageTag()).orElse(Language.ES);
        String ownName = existing.nameOf(visitor.account()).orElse("");
        return form(new NewAreaForm("", "", language, "UTC", ownName), model);
    }

    @Requires(Permission.OPEN_AREAS)
    @PostMapping
    String open(
            Visitor visitor,
            @Valid @ModelAttribute("form") NewAreaForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        AtomicReference<Slug> opened = new AtomicReference<>();
        boolean done = Forms.submit(errors, () -> {
            String name = PlainText.tidy(form.name());
            Slug slug = Slug.of(form.slug(), name);
            NamedPerson owner = new NamedPerson(visitor.account(), PlainText.tidy(form.ownName()));
            areas.open(
                    slug.value(),
                    name,
                    form.language(),
                    ZoneId.of(form.zone()),
                    owner,
                    AreaOrigin.OPENED_LATER,
                    visitor.asActor());
            opened.set(slug);
        });
        if (!done) {
            return form(form, model);
        }
        Flash.say(redirect, "areas.flash.opened", PlainText.tidy(form.name()));
        return "redirect:/areas/" + opened.get();
    }

    private static String form(NewAreaForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("languages", Language.values());
        model.addAttribute("zones", Zones.all());
        return "areas/new";
    }
}
