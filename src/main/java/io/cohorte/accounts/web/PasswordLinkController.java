package io.cohorte.accounts.web;

import io.cohorte.accounts.PasswordResets;
import io.cohorte.web.Forms;
import io.cohorte.web.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a link to another password leads: opening it uses nothing up (mail scanners open links), choosing a password
 * does. It signs nobody in: whoever came by the link shows that they know what they chose.
 */
@Controller
class PasswordLinkController {

    private final PasswordResets resets;

    PasswordLinkController(PasswordResets resets) {
        this.resets = resets;
    }

    record NewPasswordForm(
            @NotEmpty String password, @NotEmpty String repeated) {}

    @Open
    @GetMapping("/password/{token}")
    String open(@PathVariable String token, Model model, HttpServletResponse response) {
        return resets.isUsable(token) ? form(new NewPasswordForm("", ""), model) : gone(response);
    }

    @Open
    @PostMapping("/password/{token}")
    String choose(
            @PathVariable String token,
            @Valid @ModelAttribute("form") NewPasswordForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!resets.isUsable(token)) {
            return gone(response);
        }
        if (!errors.hasErrors() && !form.password().equals(form.repeated())) {
            errors.rejectValue("repeated", "accounts.password.differs");
        }
        boolean done = Forms.submit(errors, () -> resets.use(token, form.password(), request.getRemoteAddr()));
        // Said by the address, not by a flash: the session that would keep one may just have ended.
        return done ? "redirect:/login?changed" : form(form, model);
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "accounts/password-void";
    }

    private static String form(NewPasswordForm form, Model model) {
        model.addAttribute("form", form);
        return "accounts/password-new";
    }
}
