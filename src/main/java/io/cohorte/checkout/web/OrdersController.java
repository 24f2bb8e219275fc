package io.cohorte.checkout.web;

import io.cohorte.areas.PeopleQueries;
import io.cohorte.checkout.OrderFilter;
import io.cohorte.checkout.OrderId;
import io.cohorte.checkout.OrderQueries;
import io.cohorte.checkout.OrderQueries.OrderStep;
import io.cohorte.checkout.OrderState;
import io.cohorte.checkout.OrderView;
import io.cohorte.checkout.Orders;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Keyset;
import io.cohorte.web.Requires;
import io.cohorte.web.ShortText;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pedidos: what was ordered on the pages of an area's offers, and what waits for its staff. */
@Controller
@RequestMapping("/areas/{area}/orders")
class OrdersController {

    private final OrderQueries queries;
    private final Orders orders;
    private final PeopleQueries people;

    OrdersController(OrderQueries queries, Orders orders, PeopleQueries people) {
        this.queries = queries;
        this.orders = orders;
        this.people = people;
    }

    /** @param reason as the buyer is told it */
    record ReasonForm(
            @ShortText(max = 500, optional = true) @Nullable String reason) {

        @Nullable
        String read() {
            String text = reason == null ? "" : PlainText.tidy(reason);
            return text.isEmpty() ? null : text;
        }
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping
    String list(
            AreaPass area,
            @RequestParam @Nullable OrderState state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        OrderFilter filter = new OrderFilter(state, q);
        model.addAttribute("page", queries.page(area.id(), filter, Keyset.Request.of(after, before)));
        model.addAttribute("filter", filter);
        model.addAttribute("states", OrderState.values());
        model.addAttribute("waiting", queries.waiting(area.id()));
        return "checkout/orders";
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping("/{product}/{order}")
    String show(AreaPass area, @PathVariable UUID product, @PathVariable UUID order, Model model) {
        return page(area, find(area, product, order), model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{product}/{order}/approve")
    String approve(
            AreaPass area,
            @PathVariable UUID product,
            @PathVariable UUID order,
            Visitor visitor,
            RedirectAttributes redirect) {
        OrderView view = find(area, product, order);
        return decide(
                area,
                view,
                "checkout.flash.approved",
                () -> orders.approve(view.product(), view.id(), visitor.asActor()),
                redirect);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{product}/{order}/reject")
    String reject(
            AreaPass area,
            @PathVariable UUID product,
            @PathVariable UUID order,
            Visitor visitor,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        OrderView view = find(area, product, order);
        if (errors.hasErrors()) {
            return page(area, view, model);
        }
        return decide(
                area,
                view,
                "checkout.flash.rejected",
                () -> orders.reject(view.product(), view.id(), form.read(), visitor.asActor()),
                redirect);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{product}/{order}/refund")
    String refund(
            AreaPass area,
            @PathVariable UUID product,
            @PathVariable UUID order,
            Visitor visitor,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        OrderView view = find(area, product, order);
        if (errors.hasErrors()) {
            return page(area, view, model);
        }
        return decide(
                area,
                view,
                view.isFree() ? "checkout.flash.withdrawn" : "checkout.flash.refunded",
                () -> orders.refund(view.product(), view.id(), form.read(), visitor.asActor()),
                redirect);
    }

    /** Where somebody else was faster, the page of the order shows what they decided. */
    private static String decide(
            AreaPass area, OrderView order, String done, Runnable command, RedirectAttributes redirect) {
        try {
            command.run();
            Flash.say(redirect, done, order.buyerName());
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
        }
        return "redirect:" + area.path() + "/orders/" + order.product().id() + "/" + order.id();
    }

    private OrderView find(AreaPass area, UUID product, UUID order) {
        return queries.get(new ProductRef(area.id(), new ProductId(product)), new OrderId(order));
    }

    private String page(AreaPass area, OrderView order, Model model) {
        List<OrderStep> steps = queries.steps(order);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new ReasonForm(null));
        }
        model.addAttribute("order", order);
        model.addAttribute("steps", steps);
        model.addAttribute(
                "names",
                people.names(
                        area.id(),
                        steps.stream()
                                .map(OrderStep::by)
                                .filter(Objects::nonNull)
                                .map(AccountId::value)
                                .toList()));
        return "checkout/order";
    }
}
