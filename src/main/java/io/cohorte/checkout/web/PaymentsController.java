package io.cohorte.checkout.web;

import io.cohorte.checkout.PaymentQueries;
import io.cohorte.checkout.PaymentQueries.PaymentView;
import io.cohorte.checkout.PaymentSettings;
import io.cohorte.checkout.PaymentWays;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.ShortText;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Formas de pago: how an area is paid, and on which terms it sells. */
@Controller
@RequestMapping("/areas/{area}/payments")
class PaymentsController {

    private final PaymentQueries existing;
    private final PaymentSettings settings;

    PaymentsController(PaymentQueries existing, PaymentSettings settings) {
        this.existing = existing;
        this.settings = settings;
    }

    record PaymentsForm(
            @Nullable Boolean free,
            @Nullable Boolean manual,
            @Nullable Boolean stripe,

            @ShortText(max = PaymentWays.LONGEST_INSTRUCTIONS, optional = true) @Nullable
            String instructions,

            @ShortText(max = PaymentWays.LONGEST_TERMS, optional = true) @Nullable
            String terms,

            @NotNull Long version) {

        static PaymentsForm of(PaymentView view) {
            PaymentWays ways = view.ways();
            return new PaymentsForm(
                    ways.free(), ways.manual(), ways.stripe(), ways.instructions(), ways.terms(), view.version());
        }

        PaymentWays read() {
            return new PaymentWays(ticked(free), ticked(manual), ticked(stripe), instructions, terms);
        }

        private static boolean ticked(@Nullable Boolean box) {
            return Boolean.TRUE.equals(box);
        }
    }

    @Requires(Permission.OWN_AREA)
    @GetMapping
    String edit(AreaPass area, Model model) {
        PaymentView present = existing.get(area.id());
        return page(present, PaymentsForm.of(present), model);
    }

    @Requires(Permission.OWN_AREA)
    @PostMapping
    String edit(
            AreaPass area,
            Visitor visitor,
            @Valid @ModelAttribute("form") PaymentsForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        boolean done =
                Forms.submit(errors, () -> settings.change(area.id(), form.read(), form.version(), visitor.asActor()));
        if (!done) {
            return page(existing.get(area.id()), form, model);
        }
        Flash.say(redirect, "checkout.flash.payments");
        return "redirect:" + area.path() + "/payments";
    }

    private String page(PaymentView present, PaymentsForm form, Model model) {
        model.addAttribute("present", present);
        model.addAttribute("form", form);
        model.addAttribute("takesCards", existing.takesCards());
        model.addAttribute("longestInstructions", PaymentWays.LONGEST_INSTRUCTIONS);
        model.addAttribute("longestTerms", PaymentWays.LONGEST_TERMS);
        return "checkout/payments";
    }
}
