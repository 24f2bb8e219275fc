package io.cohorte.console;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupQueries;
import io.cohorte.offers.OfferQueries;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductId;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The products of an area with their counts, and the way into each. */
@Controller
class ProductsController {

    private final ProductQueries products;
    private final GroupQueries groups;
    private final OfferQueries offers;

    ProductsController(ProductQueries products, GroupQueries groups, OfferQueries offers) {
        this.products = products;
        this.groups = groups;
        this.offers = offers;
    }

    @Requires(Permission.READ_AS_STAFF)
    @GetMapping("/areas/{area}")
    String home(AreaPass area, Model model, RedirectAttributes redirect) {
        Flash.handOn(model, redirect);
        return "redirect:" + area.path() + "/products";
    }

    @Requires(Permission.READ_AS_STAFF)
    @GetMapping("/areas/{area}/products")
    String list(AreaPass area, Model model) {
        List<ProductView> list = products.of(area.id());
        List<ProductId> ids = list.stream().map(it -> it.ref().id()).toList();
        model.addAttribute("products", list);
        model.addAttribute("counts", groups.counts(ids));
        model.addAttribute("offers", offers.counts(ids));
        return "console/products";
    }

    /** Leads to the first tab of a product that the visitor may open. */
    @Requires(Permission.READ_AS_STAFF)
    @GetMapping("/areas/{area}/products/{product}")
    String open(AreaPass area, ProductView product, Model model) {
        String base = area.path() + "/products/" + product.ref().id();
        if (area.allows(Permission.MANAGE)) {
            return "redirect:" + base + "/groups";
        }
        if (area.allows(Permission.SERVE_STUDENTS)) {
            return "redirect:" + base + "/members";
        }
        model.addAttribute("product", product);
        return "console/product";
    }
}
