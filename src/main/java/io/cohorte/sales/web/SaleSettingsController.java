package io.cohorte.sales.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.sales.Purchases;
import io.cohorte.sales.SaleSettings;
import io.cohorte.sales.SaleSettings.OnDoubt;
import io.cohorte.sales.SaleSettingsQueries;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab Disputas y atrasos: what becomes of purchases while their money is in doubt. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/sales")
class SaleSettingsController {

    private final Purchases purchases;
    private final SaleSettingsQueries queries;

    SaleSettingsController(Purchases purchases, SaleSettingsQueries queries) {
        this.purchases = purchases;
        this.queries = queries;
    }

    record SettingsForm(
            @NotNull OnDoubt onDispute,
            @NotNull OnDoubt onOverdue,
            @NotNull Long version) {

        static SettingsForm of(SaleSettings settings) {
            return new SettingsForm(settings.onDispute(), settings.onOverdue(), settings.version());
        }
    }

    @Requires(Permission.MANAGE)
    @GetMapping
    String edit(ProductView product, Model model) {
        SaleSettings saved = queries.of(product.ref().id());
        return page(product, saved, SettingsForm.of(saved), model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping
    String edit(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") SettingsForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Forms.submit(
                errors,
                () -> purchases.decide(
                        product.ref(), form.onDispute(), form.onOverdue(), form.version(), visitor.asActor()));
        if (!done) {
            return page(product, queries.of(product.ref().id()), form, model);
        }
        Flash.say(redirect, "sales.flash.decided");
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/sales";
    }

    private String page(ProductView product, SaleSettings saved, SettingsForm form, Model model) {
        model.addAttribute("saved", saved);
        model.addAttribute("form", form);
        model.addAttribute("choices", OnDoubt.values());
        model.addAttribute("suspended", queries.suspended(product.ref().id()));
        model.addAttribute("product", product);
        return "sales/settings";
    }
}
