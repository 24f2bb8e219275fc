package io.cohorte.areas.web;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.SignIn;
import io.cohorte.areas.SetUp;
import io.cohorte.areas.SetUp.Operator;
import io.cohorte.areas.Slug;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Language;
import io.cohorte.shared.PlainText;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Open;
import io.cohorte.web.ShortText;
import io.cohorte.web.ZoneName;
import io.cohorte.web.Zones;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first page of an installation, and only once: afterwards there is none here. */
@Controller
@RequestMapping("/setup")
class SetUpController {

    private final SetUp setUp;
    private final SignIn signIn;

    SetUpController(SetUp setUp, SignIn signIn) {
        this.setUp = setUp;
        this.signIn = signIn;
    }

    /** @param slug may be left empty: then the area's name makes it */
    record SetUpForm(
            @NotBlank String token,
            @ShortText(max = 200) String areaName,
            @Nullable String slug,
            @NotNull Language language,
            @ZoneName String zone,
            @ShortText(max = 200) String name,
            @NotBlank String email,
            @NotEmpty String password,
            @NotEmpty String repeated) {}

    @Open
    @GetMapping
    String open(@RequestParam(defaultValue = "") String token, Locale locale, Model model) {
        setUp.requireOpen();
        Language language = Language.of(locale.toLanguageTag()).orElse(Language.ES);
        return form(new SetUpForm(token, "", "", language, "UTC", "", "", "", ""), model);
    }

    @Open
    @PostMapping
    String complete(
            @Valid @ModelAttribute("form") SetUpForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        setUp.requireOpen();
        if (!errors.hasErrors() && !form.password().equals(form.repeated())) {
            errors.rejectValue("repeated", "accounts.password.differs");
        }
        AtomicReference<Slug> opened = new AtomicReference<>();
        boolean done = Forms.submit(errors, () -> {
            String areaName = PlainText.tidy(form.areaName());
            Slug slug = Slug.of(form.slug(), areaName);
            Operator operator =
                    new Operator(EmailAddress.of(form.email()), PlainText.tidy(form.name()), form.password());
            AccountId account = setUp.complete(
                    form.token().strip(), operator, slug.value(), areaName, form.language(), ZoneId.of(form.zone()));
            signIn.signIn(account, request, response);
            opened.set(slug);
        });
        if (!done) {
            return form(form, model);
        }
        Flash.say(redirect, "areas.flash.set-up");
        return "redirect:/areas/" + opened.get();
    }

    private static String form(SetUpForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("languages", Language.values());
        model.addAttribute("zones", Zones.all());
        return "areas/setup";
    }
}
