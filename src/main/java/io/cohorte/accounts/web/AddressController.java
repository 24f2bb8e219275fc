package io.cohorte.accounts.web;

import io.cohorte.accounts.AddressChanges;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.PresentPassword;
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

/** The page on which somebody asks for another address; it says the same whether or not that one is known here. */
@Controller
class AddressController {

    private final PresentPassword presentPassword;
    private final AddressChanges changes;

    AddressController(PresentPassword presentPassword, AddressChanges changes) {
        this.presentPassword = presentPassword;
        this.changes = changes;
    }

    record AddressForm(@NotEmpty String email, @NotEmpty String present) {}

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/account/email")
    String open(Model model) {
        return form(new AddressForm("", ""), model);
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/account/email")
    String ask(
            Visitor visitor,
            @Valid @ModelAttribute("form") AddressForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        boolean done = Forms.submit(errors, () -> {
            EmailAddress wanted = EmailAddress.of(form.email());
            presentPassword.require(visitor.account(), form.present(), request.getRemoteAddr());
            changes.request(visitor.account(), wanted);
            Flash.say(redirect, "accounts.address.asked", wanted.value());
        });
        return done ? "redirect:/account/email" : form(form, model);
    }

    private static String form(AddressForm form, Model model) {
        model.addAttribute("form", form);
        return "accounts/email";
    }
}
