package io.cohorte.accounts.web;

import io.cohorte.accounts.AddressChanges;
import io.cohorte.accounts.AddressTaken;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.SignIn;
import io.cohorte.shared.AccountId;
import io.cohorte.web.Flash;
import io.cohorte.web.Open;
import io.cohorte.web.Visitor;
import io.cohorte.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a link to a new address leads: opening it uses nothing up (mail scanners open links), confirming does. It may
 * be opened on another device, so nobody needs to be signed in, and nobody is by it.
 */
@Controller
class AddressLinkController {

    private final AddressChanges changes;
    private final SignIn signIn;
    private final Visitors visitors;

    AddressLinkController(AddressChanges changes, SignIn signIn, Visitors visitors) {
        this.changes = changes;
        this.signIn = signIn;
        this.visitors = visitors;
    }

    @Open
    @GetMapping("/address/{token}")
    String open(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<EmailAddress> address = changes.addressOf(token);
        if (address.isEmpty()) {
            return gone(response);
        }
        model.addAttribute("address", address.get().value());
        model.addAttribute("taken", changes.isTaken(address.get()));
        return "accounts/address";
    }

    @Open
    @PostMapping("/address/{token}")
    String confirm(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (changes.addressOf(token).isEmpty()) {
            return gone(response);
        }
        Optional<AccountId> visitor = visitors.current().map(Visitor::account);
        try {
            AccountId account = changes.confirm(token, request.getSession().getId());
            if (visitor.filter(account::equals).isPresent()) {
                signIn.renew(request);
            }
        } catch (AddressTaken taken) {
            // Taken just now: the page says so by itself.
            return "redirect:/address/{token}";
        }
        Flash.say(redirect, "accounts.address.changed");
        return visitor.isPresent() ? "redirect:/account/email" : "redirect:/login";
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "accounts/address-void";
    }
}
