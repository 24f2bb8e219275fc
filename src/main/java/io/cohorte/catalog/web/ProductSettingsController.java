package io.cohorte.catalog.web;

import io.cohorte.catalog.ProductFormat;
import io.cohorte.catalog.ProductView;
import io.cohorte.catalog.Products;
import io.cohorte.catalog.ZoneForecast;
import io.cohorte.catalog.ZoneForecast.Turning;
import io.cohorte.shared.Permission;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.ShortText;
import io.cohorte.web.Visitor;
import io.cohorte.web.ZoneName;
import io.cohorte.web.Zones;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes a product, changes its settings, archives it and brings it back. */
@Controller
@RequestMapping("/areas/{area}/products")
class ProductSettingsController {

    private final Products products;
    private final ZoneForecast forecast;

    ProductSettingsController(Products products, ZoneForecast forecast) {
        this.products = products;
        this.forecast = forecast;
    }

    record NewProductForm(
            @ShortText(max = 200) String name,
            @NotNull ProductFormat format,
            @ZoneName String zone) {}

    /**
     * @param doneAtEnd null where it is not ticked
     * @param seen the zone whose effect was shown before this was sent; null if none was
     */
    record ProductForm(
            @ShortText(max = 200) String name,
            @ZoneName String zone,
            @Nullable Boolean doneAtEnd,
            @NotNull Long version,
            @Nullable String seen) {

        public boolean isDoneAtEnd() {
            return Boolean.TRUE.equals(doneAtEnd);
        }
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/new")
    String create(AreaPass area, Model model) {
        return newForm(
                new NewProductForm("", ProductFormat.ONLINE_COURSE, area.zone().getId()), model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping
    String create(
            AreaPass area,
            Visitor visitor,
            @Valid @ModelAttribute("form") NewProductForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        AtomicReference<ProductRef> created = new AtomicReference<>();
        boolean done = Forms.submit(
                errors,
                () -> created.set(products.create(
                        area.id(),
                        PlainText.tidy(form.name()),
                        form.format(),
                        ZoneId.of(form.zone()),
                        visitor.asActor())));
        if (!done) {
            return newForm(form, model);
        }
        Flash.say(redirect, "catalog.flash.created", PlainText.tidy(form.name()));
        return "redirect:" + area.path() + "/products/" + created.get().id() + "/groups";
    }

    private String newForm(NewProductForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("formats", ProductFormat.values());
        model.addAttribute("zones", Zones.all());
        return "catalog/new";
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{product}/settings")
    String edit(ProductView product, Model model) {
        return editForm(
                product,
                new ProductForm(product.name(), product.zone().getId(), product.doneAtEnd(), product.version(), null),
                model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{product}/settings")
    String edit(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (asksAboutTheZone(product, form, errors, model)) {
            return editForm(product, form, model);
        }
        boolean done = Forms.submit(
                errors,
                () -> products.describe(
                        product.ref(),
                        PlainText.tidy(form.name()),
                        ZoneId.of(form.zone()),
                        form.isDoneAtEnd(),
                        form.version(),
                        visitor.asActor()));
        if (!done) {
            return editForm(product, form, model);
        }
        Flash.say(redirect, "catalog.flash.saved");
        return settings(area, product);
    }

    /** Another zone is saved once it was seen how many pages open and close by it (product.md D9). */
    private boolean asksAboutTheZone(ProductView product, ProductForm form, BindingResult errors, Model model) {
        if (form == null || errors.hasErrors() || form.zone().equals(form.seen())) {
            return false;
        }
        ZoneId zone = ZoneId.of(form.zone());
        Turning turning = zone.equals(product.zone()) ? Turning.NONE : forecast.ofZone(product, zone);
        model.addAttribute("turning", turning);
        return !turning.isNone();
    }

    private String editForm(ProductView product, ProductForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("product", product);
        model.addAttribute("zones", Zones.all());
        return "catalog/settings";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{product}/archive")
    String archive(AreaPass area, ProductView product, Visitor visitor, RedirectAttributes redirect) {
        products.archive(product.ref(), visitor.asActor());
        Flash.say(redirect, "catalog.flash.archived");
        return settings(area, product);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{product}/bring-back")
    String bringBack(AreaPass area, ProductView product, Visitor visitor, RedirectAttributes redirect) {
        products.bringBack(product.ref(), visitor.asActor());
        Flash.say(redirect, "catalog.flash.brought-back");
        return settings(area, product);
    }

    private static String settings(AreaPass area, ProductView product) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/settings";
    }
}
