package io.cohorte.areas.web;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.AreaDescription;
import io.cohorte.areas.AreaQueries;
import io.cohorte.areas.AreaQueries.AreaView;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Colour;
import io.cohorte.areas.LogoImage;
import io.cohorte.areas.Logos;
import io.cohorte.areas.MailSignature;
import io.cohorte.areas.Slug;
import io.cohorte.shared.Language;
import io.cohorte.shared.Permission;
import io.cohorte.shared.PlainText;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.ShortText;
import io.cohorte.web.Visitor;
import io.cohorte.web.ZoneName;
import io.cohorte.web.Zones;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an area tells of itself, its colour and its logo. */
@Controller
@RequestMapping("/areas/{area}/settings")
class AreaSettingsController {

    private final AreaQueries existing;
    private final Areas areas;
    private final Logos logos;

    AreaSettingsController(AreaQueries existing, Areas areas, Logos logos) {
        this.existing = existing;
        this.areas = areas;
        this.logos = logos;
    }

    record AreaForm(
            @ShortText(max = 200) String name,
            @NotBlank String slug,
            @NotNull Language language,
            @ZoneName String zone,
            @NotBlank String colour,
            @Nullable String sender,
            @Nullable String replyTo,
            @NotNull Long version) {

        static AreaForm of(AreaView area) {
            AreaDescription now = area.description();
            return new AreaForm(
                    now.name(),
                    now.slug().value(),
                    now.language(),
                    now.zone().getId(),
                    now.colour().hex(),
                    now.signature().name(),
                    Optional.ofNullable(now.signature().replyTo())
                            .map(EmailAddress::value)
                            .orElse(null),
                    area.version());
        }

        AreaDescription read() {
            return new AreaDescription(
                    PlainText.tidy(name),
                    Slug.of(slug),
                    language,
                    ZoneId.of(zone),
                    Colour.of(colour),
                    MailSignature.of(sender, replyTo));
        }
    }

    record LogoForm(@Nullable MultipartFile logo) {

        byte[] bytes() {
            try {
                return logo == null ? new byte[0] : logo.getBytes();
            } catch (IOException interrupted) {
                throw new UncheckedIOException(interrupted);
            }
        }
    }

    @Requires(Permission.OWN_AREA)
    @GetMapping
    String edit(AreaPass pass, Model model) {
        AreaView area = existing.get(pass.id());
        return page(area, AreaForm.of(area), new LogoForm(null), model);
    }

    @Requires(Permission.OWN_AREA)
    @PostMapping
    String edit(
            AreaPass pass,
            Visitor visitor,
            @Valid @ModelAttribute("form") AreaForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        boolean done =
                Forms.submit(errors, () -> areas.describe(pass.id(), form.read(), form.version(), visitor.asActor()));
        if (!done) {
            return page(existing.get(pass.id()), form, new LogoForm(null), model);
        }
        Flash.say(redirect, "areas.flash.saved");
        return "redirect:/areas/" + Slug.of(form.slug()) + "/settings";
    }

    @Requires(Permission.OWN_AREA)
    @PostMapping("/logo")
    String changeLogo(
            AreaPass pass,
            Visitor visitor,
            @ModelAttribute("logoForm") @Nullable LogoForm sent,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (sent == null) {
            // Text in place of a file: no browser sends that.
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        LogoForm form = sent;
        if (form.logo() == null || form.logo().isEmpty()) {
            errors.rejectValue("logo", "areas.logo.none");
        }
        boolean done =
                Forms.submit(errors, () -> logos.change(pass.id(), LogoImage.read(form.bytes()), visitor.asActor()));
        if (!done) {
            AreaView area = existing.get(pass.id());
            return page(area, AreaForm.of(area), form, model);
        }
        Flash.say(redirect, "areas.flash.logo-changed");
        return "redirect:" + pass.path() + "/settings";
    }

    @Requires(Permission.OWN_AREA)
    @PostMapping("/logo/remove")
    String removeLogo(AreaPass pass, Visitor visitor, RedirectAttributes redirect) {
        logos.remove(pass.id(), visitor.asActor());
        Flash.say(redirect, "areas.flash.logo-removed");
        return "redirect:" + pass.path() + "/settings";
    }

    private static String page(AreaView area, AreaForm form, LogoForm logoForm, Model model) {
        model.addAttribute("area", area);
        model.addAttribute("form", form);
        model.addAttribute("logoForm", logoForm);
        model.addAttribute("languages", Language.values());
        model.addAttribute("zones", Zones.all());
        model.addAttribute("largestLogo", LogoImage.LARGEST);
        return "areas/settings";
    }
}
