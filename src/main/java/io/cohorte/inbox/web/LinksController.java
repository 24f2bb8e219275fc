package io.cohorte.inbox.web;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.inbox.VendorLinkQueries;
import io.cohorte.inbox.VendorLinks;
import io.cohorte.inbox.VendorProductView;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductId;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Query;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which of Hotmart's products and offers are which of ours. What Hotmart calls them stands in parameters: it may be anything. */
@Controller
@RequestMapping("/areas/{area}/purchases/links")
class LinksController {

    private final VendorLinks links;
    private final VendorLinkQueries queries;
    private final ProductQueries products;
    private final OfferQueries offers;

    LinksController(VendorLinks links, VendorLinkQueries queries, ProductQueries products, OfferQueries offers) {
        this.links = links;
        this.queries = queries;
        this.products = products;
        this.offers = offers;
    }

    /** @param ours the product of ours it is */
    record ProductLinkForm(@NotBlank String vendor, @NotNull UUID ours) {}

    /**
     * @param code the vendor's, of an offer
     * @param seen the offer of ours it was when the page was shown; null for none
     * @param ours the offer of ours it is; null for none
     */
    record OfferLinkForm(
            @NotBlank String code,
            @Nullable UUID seen,
            @Nullable UUID ours) {}

    @Requires(Permission.MANAGE)
    @GetMapping
    String list(AreaPass area, Model model) {
        return list(area, new ProductLinkForm("", null), model);
    }

    private String list(AreaPass area, ProductLinkForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("vendors", queries.of(area.id()));
        model.addAttribute("products", products.of(area.id()));
        return "inbox/links";
    }

    /** Links a product of Hotmart's that was typed. */
    @Requires(Permission.MANAGE)
    @PostMapping
    String add(
            AreaPass area,
            Visitor visitor,
            @Valid @ModelAttribute("form") ProductLinkForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return link(area, visitor, form, errors, redirect) ? page(area, form.vendor()) : list(area, form, model);
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/product")
    String show(AreaPass area, @RequestParam @Nullable String vendor, Model model) {
        return vendor == null
                ? "redirect:" + path(area)
                : show(area, queries.get(area.id(), vendor), new ProductLinkForm(vendor, null), model);
    }

    private String show(AreaPass area, VendorProductView vendor, ProductLinkForm form, Model model) {
        model.addAttribute("vendor", vendor);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", form);
        }
        if (!model.containsAttribute("offerForm")) {
            model.addAttribute("offerForm", new OfferLinkForm("", null, null));
        }
        model.addAttribute("vendorOffers", queries.offers(area.id(), vendor.vendor()));
        if (vendor.product() == null) {
            model.addAttribute("products", products.of(area.id()));
        } else {
            model.addAttribute("offers", offers.of(vendor.product()));
        }
        return "inbox/link";
    }

    /** Links a product of Hotmart's that is known. */
    @Requires(Permission.MANAGE)
    @PostMapping("/product")
    String link(
            AreaPass area,
            Visitor visitor,
            @Valid @ModelAttribute("form") ProductLinkForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return link(area, visitor, form, errors, redirect)
                ? page(area, form.vendor())
                : show(area, queries.get(area.id(), form.vendor()), form, model);
    }

    private boolean link(
            AreaPass area, Visitor visitor, ProductLinkForm form, BindingResult errors, RedirectAttributes redirect) {
        AtomicInteger released = new AtomicInteger();
        boolean done = Forms.submit(
                errors,
                () -> released.set(
                        links.link(area.id(), form.vendor(), new ProductId(form.ours()), visitor.asActor())));
        if (done) {
            Flash.say(redirect, "inbox.flash.linked", released.get());
        }
        return done;
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/product/unlink")
    String confirmUnlink(AreaPass area, @RequestParam @Nullable String vendor, Model model) {
        if (vendor == null) {
            return "redirect:" + path(area);
        }
        model.addAttribute("vendor", queries.get(area.id(), vendor));
        return "inbox/unlink";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/product/unlink")
    String unlink(AreaPass area, @RequestParam String vendor, Visitor visitor, RedirectAttributes redirect) {
        links.unlink(area.id(), vendor, visitor.asActor());
        Flash.say(redirect, "inbox.flash.unlinked");
        return page(area, vendor);
    }

    /** Links one of Hotmart's offers, or takes its link away. */
    @Requires(Permission.MANAGE)
    @PostMapping("/product/offer")
    String linkOffer(
            AreaPass area,
            @RequestParam String vendor,
            Visitor visitor,
            @Valid @ModelAttribute("offerForm") OfferLinkForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        AtomicInteger released = new AtomicInteger();
        OfferId ours = form.ours() == null ? null : new OfferId(form.ours());
        boolean done = Forms.submit(
                errors,
                () -> released.set(
                        links.linkOffer(area.id(), vendor, form.code(), form.seen(), ours, visitor.asActor())));
        if (!done) {
            return show(area, queries.get(area.id(), vendor), new ProductLinkForm(vendor, null), model);
        }
        if (ours == null) {
            Flash.say(redirect, "inbox.flash.offer-unlinked");
        } else {
            Flash.say(redirect, "inbox.flash.linked", released.get());
        }
        return page(area, vendor);
    }

    private static String page(AreaPass area, String vendor) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("vendor", vendor.strip());
        return "redirect:" + Query.of(path(area) + "/product", parameters);
    }

    private static String path(AreaPass area) {
        return area.path() + "/purchases/links";
    }
}
