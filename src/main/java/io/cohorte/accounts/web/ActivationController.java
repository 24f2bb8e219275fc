package io.cohorte.accounts.web;

import io.cohorte.accounts.ActivationLinks;
import io.cohorte.accounts.ActivationLinks.Activated;
import io.cohorte.accounts.LinkRequests;
import io.cohorte.accounts.SignIn;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an activation link leads: opening it uses nothing up (mail scanners open links), choosing a password does. */
@Controller
class ActivationController {

    private final ActivationLinks links;
    private final LinkRequests requests;
    private final SignIn signIn;

    ActivationController(ActivationLinks links, LinkRequests requests, SignIn signIn) {
        this.links = links;
        this.requests = requests;
        this.signIn = signIn;
    }

    record ActivationForm(
            @NotEmpty String password, @NotEmpty String repeated) {}

    @Open
    @GetMapping("/activate/{token}")
    String open(@PathVariable String token, Model model, HttpServletResponse response) {
        return links.accountOf(token).isPresent()
                ? form(new ActivationForm("", ""), model)
                : gone(token, model, response);
    }

    @Open
    @PostMapping("/activate/{token}")
    String activate(
            @PathVariable String token,
            @Valid @ModelAttribute("form") ActivationForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (links.accountOf(token).isEmpty()) {
            return gone(token, model, response);
        }
        if (!errors.hasErrors() && !form.password().equals(form.repeated())) {
            errors.rejectValue("repeated", "accounts.password.differs");
        }
        AtomicReference<Activated> activated = new AtomicReference<>();
        boolean done = Forms.submit(errors, () -> {
            activated.set(links.use(token, form.password()));
            signIn.signIn(activated.get().account(), request, response);
        });
        return done ? home(activated.get().product()) : form(form, model);
    }

    /** Told at the start page, which knows of products: what brought somebody here is what they came for. */
    private static String home(@Nullable ProductId product) {
        return "redirect:/?activated=" + (product == null ? "" : product);
    }

    /** Says the same of every link, whether or not there was one to renew. */
    @Open
    @PostMapping("/activate/{token}/renew")
    String renew(@PathVariable String token, HttpServletRequest request, RedirectAttributes redirect) {
        try {
            requests.renewActivation(token, request.getRemoteAddr());
            Flash.say(redirect, "accounts.void.renewed");
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
        }
        return "redirect:/activate/{token}";
    }

    private String gone(String token, Model model, HttpServletResponse response) {
        model.addAttribute("token", token);
        model.addAttribute("renewable", requests.isRenewable(token));
        response.setStatus(HttpStatus.GONE.value());
        return "accounts/activation-void";
    }

    private static String form(ActivationForm form, Model model) {
        model.addAttribute("form", form);
        return "accounts/activate";
    }
}
