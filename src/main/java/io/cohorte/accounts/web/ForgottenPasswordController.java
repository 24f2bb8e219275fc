package io.cohorte.accounts.web;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.LinkRequests;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Open;
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

/** The page on which somebody asks for a link to another password; it says the same whether or not there is an account. */
@Controller
class ForgottenPasswordController {

    private final LinkRequests requests;

    ForgottenPasswordController(LinkRequests requests) {
        this.requests = requests;
    }

    record ForgottenForm(@NotEmpty String email) {}

    @Open
    @GetMapping("/password/forgotten")
    String open(Model model) {
        return form(new ForgottenForm(""), model);
    }

    @Open
    @PostMapping("/password/forgotten")
    String ask(
            @Valid @ModelAttribute("form") ForgottenForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        boolean done = Forms.submit(errors, () -> {
            EmailAddress address = EmailAddress.of(form.email());
            requests.forPassword(address, request.getRemoteAddr());
            Flash.say(redirect, "accounts.forgotten.asked", address.value());
        });
        return done ? "redirect:/password/forgotten" : form(form, model);
    }

    private static String form(ForgottenForm form, Model model) {
        model.addAttribute("form", form);
        return "accounts/forgotten";
    }
}
