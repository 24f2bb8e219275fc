package io.cohorte.checkout.web;

import io.cohorte.areas.AreaQueries;
import io.cohorte.checkout.CardPayments;
import io.cohorte.checkout.OfferPage;
import io.cohorte.checkout.OfferPages;
import io.cohorte.checkout.Orders;
import io.cohorte.checkout.PaymentMethod;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Open;
import io.cohorte.web.SecurityHeaders;
import io.cohorte.web.Visitor;
import io.cohorte.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The public page of an offer: where its link leads, and where it is ordered. */
@Controller
class OfferPageController {

    private final OfferPages pages;
    private final Orders orders;
    private final AreaQueries areas;
    private final Visitors visitors;
    private final CardPayments cards;

    OfferPageController(OfferPages pages, Orders orders, AreaQueries areas, Visitors visitors, CardPayments cards) {
        this.pages = pages;
        this.orders = orders;
        this.areas = areas;
        this.visitors = visitors;
        this.cards = cards;
    }

    @Open
    @GetMapping("/o/{code}")
    String show(
            @PathVariable String code,
            @RequestParam @Nullable String coupon,
            HttpServletResponse response,
            Model model) {
        Optional<Visitor> visitor = visitors.current();
        String name = visitor.flatMap(it -> areas.nameOf(it.account())).orElse("");
        String email = visitor.map(Visitor::email).orElse("");
        return page(pages.get(code, coupon), BuyerForm.blank(name, email, coupon), response, model);
    }

    /** Shows the price with a coupon that was typed, or without it; all else that was typed stays. */
    @Open
    @PostMapping(path = "/o/{code}", params = "apply")
    String apply(
            @PathVariable String code,
            @ModelAttribute("form") BuyerForm form,
            BindingResult unchecked,
            HttpServletResponse response,
            Model model) {
        if (unchecked.getTarget() == null) {
            return "redirect:/o/{code}";
        }
        return page(pages.get(code, form.coupon()), form, response, model);
    }

    @Open
    @PostMapping(path = "/o/{code}", params = "!apply")
    String order(
            @PathVariable String code,
            @Valid @ModelAttribute("form") BuyerForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        OfferPage page = pages.get(code, form.coupon());
        PaymentMethod way = way(page, form);
        if (way == null) {
            errors.rejectValue("method", "checkout.offer.choose-way");
        }
        if (!form.agrees()) {
            errors.rejectValue("agreed", "checkout.offer.agree-first");
        }
        try {
            form.address();
        } catch (RuleViolation wrong) {
            Forms.reject(errors, wrong);
        }
        AtomicReference<String> token = new AtomicReference<>();
        boolean done = Forms.submit(
                errors,
                () -> token.set(orders.place(form.read(code, Objects.requireNonNull(way)), request.getRemoteAddr())));
        if (!done) {
            // Shown anew, it tells of the price and the terms of this moment.
            return page(pages.get(code, form.coupon()), form, response, model);
        }
        return way == PaymentMethod.STRIPE ? pay(token.get(), redirect) : "redirect:/o/orders/" + token.get();
    }

    /** On to where cards are taken; if that can't be reached, to the order, which stays. */
    private String pay(String token, RedirectAttributes redirect) {
        try {
            return "redirect:" + cards.begin(token);
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
            return "redirect:/o/orders/" + token;
        }
    }

    /** Where there is one way to pay, nobody has to choose it. */
    private static @Nullable PaymentMethod way(OfferPage page, BuyerForm form) {
        return page.methods().size() == 1
                ? Objects.requireNonNullElse(form.method(), page.methods().get(0))
                : form.method();
    }

    private String page(OfferPage page, BuyerForm form, HttpServletResponse response, Model model) {
        if (page.methods().contains(PaymentMethod.STRIPE)) {
            SecurityHeaders.allowForms(response, cards.origin());
        }
        model.addAttribute("page", page);
        model.addAttribute("offer", page.offer());
        model.addAttribute("look", page.offer().look());
        model.addAttribute("form", form);
        return "checkout/offer";
    }
}
