package io.cohorte.checkout.web;

import io.cohorte.checkout.CardPayments;
import io.cohorte.checkout.OrderQueries;
import io.cohorte.checkout.OrderQueries.OwnOrder;
import io.cohorte.checkout.OrderState;
import io.cohorte.checkout.OrderView;
import io.cohorte.checkout.Orders;
import io.cohorte.checkout.PaymentQueries;
import io.cohorte.offers.OfferQueries;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.Flash;
import io.cohorte.web.Open;
import io.cohorte.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A buyer's own order, by a link that is theirs alone: opening it uses nothing up (mail scanners open links). */
@Controller
@RequestMapping("/o/orders/{token}")
class OrderPageController {

    private final OrderQueries queries;
    private final Orders orders;
    private final PaymentQueries payments;
    private final OfferQueries offers;
    private final CardPayments cards;

    OrderPageController(
            OrderQueries queries, Orders orders, PaymentQueries payments, OfferQueries offers, CardPayments cards) {
        this.queries = queries;
        this.orders = orders;
        this.payments = payments;
        this.offers = offers;
        this.cards = cards;
    }

    @Open
    @GetMapping
    String show(
            @PathVariable String token,
            @RequestParam @Nullable Boolean paid,
            HttpServletResponse response,
            Model model) {
        OwnOrder own = queries.byToken(token).orElseThrow(() -> new NotFound("order"));
        OrderView order = own.order();
        model.addAttribute("order", order);
        model.addAttribute("confirms", own.mailed());
        model.addAttribute("token", token);
        model.addAttribute("paid", Boolean.TRUE.equals(paid));
        if (order.state() == OrderState.PENDING) {
            SecurityHeaders.allowForms(response, cards.origin());
        }
        model.addAttribute(
                "instructions", payments.get(order.product().area()).ways().instructions());
        offers.byCode(order.code()).ifPresent(it -> {
            model.addAttribute("offer", it);
            model.addAttribute("look", it.look());
        });
        return "checkout/own-order";
    }

    /** On to where cards are taken. */
    @Open
    @PostMapping("/pay")
    String pay(@PathVariable String token, RedirectAttributes redirect) {
        try {
            return "redirect:" + cards.begin(token);
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
            return "redirect:/o/orders/{token}";
        }
    }

    @Open
    @PostMapping("/confirm")
    String confirm(@PathVariable String token, RedirectAttributes redirect) {
        try {
            orders.confirm(token);
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
        }
        return "redirect:/o/orders/{token}";
    }
}
