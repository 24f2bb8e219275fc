package io.cohorte.offers.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupQueries;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferView;
import io.cohorte.offers.Offers;
import io.cohorte.offers.Terms;
import io.cohorte.shared.Permission;
import io.cohorte.shared.PlainText;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Query;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab Ofertas. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/offers")
class OffersController {

    private final Offers offers;
    private final OfferQueries queries;
    private final GroupQueries groups;

    OffersController(Offers offers, OfferQueries queries, GroupQueries groups) {
        this.offers = offers;
        this.queries = queries;
        this.groups = groups;
    }

    @Requires(Permission.MANAGE)
    @GetMapping
    String list(ProductView product, Model model) {
        model.addAttribute("offers", queries.of(product.ref().id()));
        model.addAttribute("product", product);
        return "offers/offers";
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/new")
    String create(AreaPass area, ProductView product, DraftParameter parameter, Model model) {
        return newForm(area, product, OfferForm.blank(parameter.draft()), model);
    }

    /** The group form that leads to this one, as request parameters. */
    record DraftParameter(@Nullable GroupDraft draft) {}

    @Requires(Permission.MANAGE)
    @PostMapping
    String create(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        AtomicReference<OfferId> created = new AtomicReference<>();
        boolean done = Forms.submit(
                errors,
                () -> created.set(offers.create(
                        product.ref(),
                        PlainText.tidy(form.name()),
                        form.typedPrice(),
                        form.typedLasting(),
                        form.chosenGroup(),
                        visitor.asActor())));
        if (!done) {
            return newForm(area, product, form, model);
        }
        Flash.say(redirect, "offers.flash.created", PlainText.tidy(form.name()));
        GroupDraft draft = form.draft();
        return draft == null ? list(area, product) : "redirect:" + groupPath(area, product, draft, created.get());
    }

    private String newForm(AreaPass area, ProductView product, OfferForm form, Model model) {
        model.addAttribute("isNew", true);
        model.addAttribute(
                "cancel",
                form.draft() == null ? listPath(area, product) : groupPath(area, product, form.draft(), null));
        return form(product, form, model);
    }

    /** Back to the group form, with all that was typed and the new offer ticked. */
    private static String groupPath(AreaPass area, ProductView product, GroupDraft draft, @Nullable OfferId created) {
        MultiValueMap<String, String> typed = draft.asParameters("");
        if (created != null) {
            typed.add("offers", created + ":");
        }
        return Query.of(area.path() + "/products/" + product.ref().id() + "/groups/" + draft.form(), typed);
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{offer}/edit")
    String edit(ProductView product, @PathVariable UUID offer, Locale locale, Model model) {
        OfferView present = queries.get(product.ref().id(), new OfferId(offer));
        return editForm(product, present, OfferForm.of(present, locale), model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{offer}/edit")
    String edit(
            AreaPass area,
            ProductView product,
            @PathVariable UUID offer,
            Visitor visitor,
            @Valid @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        OfferView present = queries.get(product.ref().id(), new OfferId(offer));
        boolean done = Forms.submit(
                errors,
                () -> offers.edit(
                        product.ref(),
                        present.id(),
                        PlainText.tidy(form.name()),
                        form.typedPrice(),
                        form.typedLasting(),
                        form.chosenGroup(),
                        form.opened(),
                        visitor.asActor()));
        if (!done) {
            return editForm(product, present, form, model);
        }
        Flash.say(redirect, "offers.flash.saved", PlainText.tidy(form.name()));
        return list(area, product);
    }

    private String editForm(ProductView product, OfferView present, OfferForm form, Model model) {
        model.addAttribute("isNew", false);
        model.addAttribute("present", present);
        return form(product, form, model);
    }

    private String form(ProductView product, OfferForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("groups", groups.choices(product.ref().id()));
        model.addAttribute("terms", Terms.values());
        model.addAttribute("currencies", OfferForm.CURRENCY.split("\\|"));
        model.addAttribute("product", product);
        return "offers/offer-form";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{offer}/deactivate")
    String deactivate(
            AreaPass area,
            ProductView product,
            @PathVariable UUID offer,
            Visitor visitor,
            RedirectAttributes redirect) {
        offers.deactivate(product.ref(), new OfferId(offer), visitor.asActor());
        Flash.say(redirect, "offers.flash.deactivated");
        return list(area, product);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{offer}/activate")
    String activate(
            AreaPass area,
            ProductView product,
            @PathVariable UUID offer,
            Visitor visitor,
            RedirectAttributes redirect) {
        offers.activate(product.ref(), new OfferId(offer), visitor.asActor());
        Flash.say(redirect, "offers.flash.activated");
        return list(area, product);
    }

    private static String list(AreaPass area, ProductView product) {
        return "redirect:" + listPath(area, product);
    }

    private static String listPath(AreaPass area, ProductView product) {
        return area.path() + "/products/" + product.ref().id() + "/offers";
    }
}
