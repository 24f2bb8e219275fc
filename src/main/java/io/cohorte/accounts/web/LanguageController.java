package io.cohorte.accounts.web;

import io.cohorte.accounts.Accounts;
import io.cohorte.shared.Language;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import io.cohorte.web.Zones;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which somebody chooses the language they read, and the zone they read times in. */
@Controller
class LanguageController {

    private final Accounts accounts;

    LanguageController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/account/language")
    String choose(Visitor visitor, Model model) {
        model.addAttribute("zone", visitor.zone());
        model.addAttribute("zones", Zones.all());
        return "accounts/language";
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/account/language")
    String choose(Visitor visitor, @RequestParam String language, RedirectAttributes redirect) {
        Language chosen = Language.of(language).orElseThrow(() -> new NotFound("language"));
        accounts.chooseLanguage(visitor.account(), chosen);
        Flash.say(redirect, "accounts.language.saved");
        return "redirect:/account/language";
    }

    /** @param zone empty to read times in the zone of each product */
    @Requires(Permission.SIGNED_IN)
    @PostMapping("/account/zone")
    String chooseZone(Visitor visitor, @RequestParam String zone, RedirectAttributes redirect) {
        if (!zone.isEmpty() && !Zones.all().contains(zone)) {
            throw new NotFound("zone");
        }
        accounts.chooseZone(visitor.account(), zone.isEmpty() ? null : ZoneId.of(zone));
        Flash.say(redirect, "accounts.zone.saved");
        return "redirect:/account/language";
    }
}
