package io.cohorte.accounts.web;

import io.cohorte.accounts.AccountQueries;
import io.cohorte.accounts.TooManyAttempts;
import io.cohorte.web.Open;
import io.cohorte.web.Visitors;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,3}");

    private final Visitors visitors;
    private final AccountQueries accounts;

    SignInController(Visitors visitors, AccountQueries accounts) {
        this.visitors = visitors;
        this.accounts = accounts;
    }

    @Open
    @GetMapping("/login")
    String signIn(@RequestParam(defaultValue = "") String wait, Model model) {
        if (visitors.current().isPresent()) {
            return "redirect:/";
        }
        if (SECONDS.matcher(wait).matches()) {
            model.addAttribute("throttled", TooManyAttempts.waiting(Duration.ofSeconds(Long.parseLong(wait))));
        }
        return accounts.isEmpty() ? "redirect:/setup" : "accounts/login";
    }
}
