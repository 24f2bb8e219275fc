package io.cohorte.offers.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.offers.Coupon;
import io.cohorte.offers.CouponId;
import io.cohorte.offers.CouponQueries;
import io.cohorte.offers.CouponRefusal;
import io.cohorte.offers.CouponWasUsed;
import io.cohorte.offers.Coupons;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferView;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab Cupones. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/coupons")
class CouponsController {

    private final Coupons coupons;
    private final CouponQueries queries;
    private final OfferQueries offers;
    private final Clock clock;

    CouponsController(Coupons coupons, CouponQueries queries, OfferQueries offers, Clock clock) {
        this.coupons = coupons;
        this.queries = queries;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * A coupon as the list shows it.
     *
     * @param refusal why it is applied to no offer now; null where it is
     * @param offers the names of those it is for; null for all
     */
    record CouponLine(
            Coupon coupon,
            @Nullable CouponRefusal refusal,
            @Nullable List<String> offers) {}

    @Requires(Permission.MANAGE)
    @GetMapping
    String list(ProductView product, Model model) {
        Instant now = clock.instant();
        List<OfferView> all = offers.of(product.ref().id());
        model.addAttribute(
                "coupons",
                queries.of(product.ref().id()).stream()
                        .map(it -> new CouponLine(it, it.refusal(now).orElse(null), names(it, all)))
                        .toList());
        model.addAttribute("product", product);
        return "offers/coupons";
    }

    private static @Nullable List<String> names(Coupon coupon, List<OfferView> all) {
        return coupon.terms().offers() == null
                ? null
                : all.stream()
                        .filter(it -> coupon.terms().isFor(it.id()))
                        .map(OfferView::name)
                        .toList();
    }

    /** Links de este cupón. */
    @Requires(Permission.MANAGE)
    @GetMapping("/{coupon}/links")
    String links(ProductView product, @PathVariable UUID coupon, Model model) {
        Coupon present = queries.get(product.ref().id(), new CouponId(coupon));
        model.addAttribute("coupon", present);
        model.addAttribute("refusal", present.refusal(clock.instant()).orElse(null));
        model.addAttribute("links", queries.links(product.ref().id(), present));
        model.addAttribute("product", product);
        return "offers/coupon-links";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{coupon}/deactivate")
    String deactivate(
            AreaPass area,
            ProductView product,
            @PathVariable UUID coupon,
            Visitor visitor,
            RedirectAttributes redirect) {
        coupons.deactivate(product.ref(), new CouponId(coupon), visitor.asActor());
        Flash.say(redirect, "offers.coupons.flash.deactivated");
        return list(area, product);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{coupon}/activate")
    String activate(
            AreaPass area,
            ProductView product,
            @PathVariable UUID coupon,
            Visitor visitor,
            RedirectAttributes redirect) {
        coupons.activate(product.ref(), new CouponId(coupon), visitor.asActor());
        Flash.say(redirect, "offers.coupons.flash.activated");
        return list(area, product);
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{coupon}/delete")
    String confirmDelete(ProductView product, @PathVariable UUID coupon, Model model) {
        model.addAttribute("coupon", queries.get(product.ref().id(), new CouponId(coupon)));
        model.addAttribute("product", product);
        return "offers/coupon-delete";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{coupon}/delete")
    String delete(
            AreaPass area,
            ProductView product,
            @PathVariable UUID coupon,
            Visitor visitor,
            RedirectAttributes redirect) {
        Coupon present = queries.get(product.ref().id(), new CouponId(coupon));
        try {
            coupons.delete(product.ref(), present.id(), visitor.asActor());
            Flash.say(redirect, "offers.coupons.flash.deleted", present.terms().code());
        } catch (CouponWasUsed usedMeanwhile) {
            Flash.warn(redirect, usedMeanwhile.code());
        }
        return list(area, product);
    }

    private static String list(AreaPass area, ProductView product) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/coupons";
    }
}
