package io.cohorte.accounts.web;

import io.cohorte.web.Open;
import io.cohorte.web.Visitors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInController {

    private final Visitors visitors;

    SignInController(Visitors visitors) {
        this.visitors = visitors;
    }

    @Open
    @GetMapping("/")
    String start() {
        return "redirect:/areas";
    }

    @Open
    @GetMapping("/login")
    String signIn() {
        return visitors.current().isPresent() ? "redirect:/areas" : "accounts/login";
    }
}
