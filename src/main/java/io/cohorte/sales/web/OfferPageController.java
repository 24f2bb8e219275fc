package io.cohorte.sales.web;

import io.cohorte.areas.AreaQueries;
import io.cohorte.sales.OfferPage;
import io.cohorte.sales.OfferPages;
import io.cohorte.sales.Orders;
import io.cohorte.sales.PaymentMethod;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.Forms;
import io.cohorte.web.Open;
import io.cohorte.web.Visitor;
import io.cohorte.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
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

/** The public page of an offer: where its link leads, and where it is ordered. */
@Controller
class OfferPageController {

    private final OfferPages pages;
    private final Orders orders;
    private final AreaQueries areas;
    private final Visitors visitors;

    OfferPageController(OfferPages pages, Orders orders, AreaQueries areas, Visitors visitors) {
        this.pages = pages;
        this.orders = orders;
        this.areas = areas;
        this.visitors = visitors;
    }

    @Open
    @GetMapping("/o/{code}")
    String show(@PathVariable String code, @RequestParam @Nullable String coupon, Model model) {
        Optional<Visitor> visitor = visitors.current();
        String name = visitor.flatMap(it -> areas.nameOf(it.account())).orElse("");
        String email = visitor.map(Visitor::email).orElse("");
        return page(pages.get(code, coupon), BuyerForm.blank(name, email, coupon), model);
    }

    /** Shows the price with a coupon that was typed, or without it; all else that was typed stays. */
    @Open
    @PostMapping(path = "/o/{code}", params = "apply")
    String apply(
            @PathVariable String code, @ModelAttribute("form") BuyerForm form, BindingResult unchecked, Model model) {
        if (unchecked.getTarget() == null) {
            return "redirect:/o/{code}";
        }
        return page(pages.get(code, form.coupon()), form, model);
    }

    @Open
    @PostMapping(path = "/o/{code}", params = "!apply")
    String order(
            @PathVariable String code,
            @Valid @ModelAttribute("form") BuyerForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        OfferPage page = pages.get(code, form.coupon());
        PaymentMethod way = way(page, form);
        if (way == null) {
            errors.rejectValue("method", "sales.offer.choose-way");
        }
        if (!form.agrees()) {
            errors.rejectValue("agreed", "sales.offer.agree-first");
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
        // Shown anew, it tells of the price and the terms of this moment.
        return done ? "redirect:/o/orders/" + token.get() : page(pages.get(code, form.coupon()), form, model);
    }

    /** Where there is one way to pay, nobody has to choose it. */
    private static @Nullable PaymentMethod way(OfferPage page, BuyerForm form) {
        return page.methods().size() == 1
                ? Objects.requireNonNullElse(form.method(), page.methods().get(0))
                : form.method();
    }

    private static String page(OfferPage page, BuyerForm form, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("offer", page.offer());
        model.addAttribute("look", page.offer().look());
        model.addAttribute("form", form);
        return "sales/offer";
    }
}
