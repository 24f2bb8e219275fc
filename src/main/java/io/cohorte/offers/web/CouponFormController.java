package io.cohorte.offers.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.offers.Coupon;
import io.cohorte.offers.CouponId;
import io.cohorte.offers.CouponQueries;
import io.cohorte.offers.CouponTerms;
import io.cohorte.offers.Coupons;
import io.cohorte.offers.OfferQueries;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import io.cohorte.web.Zones;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a coupon: a new one, or one that is there. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/coupons")
class CouponFormController {

    private final Coupons coupons;
    private final CouponQueries queries;
    private final OfferQueries offers;

    CouponFormController(Coupons coupons, CouponQueries queries, OfferQueries offers) {
        this.coupons = coupons;
        this.queries = queries;
        this.offers = offers;
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/new")
    String create(ProductView product, Model model) {
        return newForm(product, CouponForm.blank(product.zone()), model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping
    String create(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") CouponForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!submit(form, errors, it -> coupons.create(product.ref(), it, visitor.asActor()))) {
            return newForm(product, form, model);
        }
        return done("offers.coupons.flash.created", form, area, product, redirect);
    }

    private String newForm(ProductView product, CouponForm form, Model model) {
        model.addAttribute("isNew", true);
        return form(product, form, model);
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{coupon}/edit")
    String edit(ProductView product, @PathVariable UUID coupon, Model model) {
        Coupon present = queries.get(product.ref().id(), new CouponId(coupon));
        return editForm(product, present, CouponForm.of(present), model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{coupon}/edit")
    String edit(
            AreaPass area,
            ProductView product,
            @PathVariable UUID coupon,
            Visitor visitor,
            @Valid @ModelAttribute("form") CouponForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Coupon present = queries.get(product.ref().id(), new CouponId(coupon));
        boolean done = submit(
                form, errors, it -> coupons.edit(product.ref(), present.id(), it, form.opened(), visitor.asActor()));
        if (!done) {
            return editForm(product, present, form, model);
        }
        return done("offers.coupons.flash.saved", form, area, product, redirect);
    }

    private String editForm(ProductView product, Coupon present, CouponForm form, Model model) {
        model.addAttribute("isNew", false);
        model.addAttribute("present", present);
        model.addAttribute("saved", CouponForm.of(present));
        return form(product, form, model);
    }

    private String form(ProductView product, CouponForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("offers", offers.of(product.ref().id()));
        model.addAttribute("zones", Zones.all());
        model.addAttribute("product", product);
        return "offers/coupon-form";
    }

    private static boolean submit(CouponForm form, BindingResult errors, Consumer<CouponTerms> command) {
        if (errors.getTarget() != null) {
            form.check(errors);
        }
        return Forms.submit(errors, () -> command.accept(form.terms()));
    }

    private static String done(
            String code, CouponForm form, AreaPass area, ProductView product, RedirectAttributes redirect) {
        Flash.say(redirect, form.isShifted() ? "offers.coupons.flash.shifted" : code, form.normalisedCode());
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/coupons";
    }
}
