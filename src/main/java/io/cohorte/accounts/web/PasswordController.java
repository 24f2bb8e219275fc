package io.cohorte.accounts.web;

import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.PresentPassword;
import io.cohorte.accounts.SignIn;
import io.cohorte.shared.Permission;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which somebody changes their password: the first of those on the account. */
@Controller
class PasswordController {

    private final PresentPassword presentPassword;
    private final Accounts accounts;
    private final SignIn signIn;

    PasswordController(PresentPassword presentPassword, Accounts accounts, SignIn signIn) {
        this.presentPassword = presentPassword;
        this.accounts = accounts;
        this.signIn = signIn;
    }

    record PasswordForm(
            @NotEmpty String present,
            @NotEmpty String password,
            @NotEmpty String repeated) {}

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/account")
    String account() {
        return "redirect:/account/password";
    }

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/account/password")
    String open(Model model) {
        return form(new PasswordForm("", "", ""), model);
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/account/password")
    String change(
            Visitor visitor,
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (!errors.hasErrors() && !form.password().equals(form.repeated())) {
            errors.rejectValue("repeated", "accounts.password.differs");
        }
        boolean done = Forms.submit(errors, () -> {
            presentPassword.require(visitor.account(), form.present(), request.getRemoteAddr());
            accounts.changePassword(
                    visitor.account(), form.password(), request.getSession().getId());
            signIn.renew(request);
        });
        if (!done) {
            return form(form, model);
        }
        Flash.say(redirect, "accounts.password.changed");
        return "redirect:/account/password";
    }

    private static String form(PasswordForm form, Model model) {
        model.addAttribute("form", form);
        return "accounts/password";
    }
}
