package io.cohorte.accounts.web;

import io.cohorte.accounts.Accounts;
import io.cohorte.shared.Language;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which somebody chooses the language they read. */
@Controller
class LanguageController {

    private final Accounts accounts;

    LanguageController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/account/language")
    String choose() {
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
}
