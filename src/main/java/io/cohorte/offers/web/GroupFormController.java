package io.cohorte.offers.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.AccessForecast;
import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.groups.GroupSummary;
import io.cohorte.offers.GroupSetup;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferView;
import io.cohorte.shared.Permission;
import io.cohorte.shared.PlainText;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Query;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a group: a new one, or one that is there. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/groups")
class GroupFormController {

    private final GroupSetup setup;
    private final GroupQueries groupQueries;
    private final OfferQueries offerQueries;
    private final AccessForecast forecast;

    GroupFormController(
            GroupSetup setup, GroupQueries groupQueries, OfferQueries offerQueries, AccessForecast forecast) {
        this.setup = setup;
        this.groupQueries = groupQueries;
        this.offerQueries = offerQueries;
        this.forecast = forecast;
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/new")
    String create(ProductView product, @ModelAttribute("form") GroupForm draft, BindingResult errors, Model model) {
        return newForm(product, draft.name() == null ? GroupForm.blank() : draft, model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping(params = "!createOffer")
    String create(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Forms.submit(
                errors,
                () -> setup.open(
                        product.ref(),
                        PlainText.tidy(form.typedName()),
                        form.becomesDefault(),
                        form.letsComment(),
                        form.ticked(),
                        visitor.asActor()));
        if (!done) {
            return newForm(product, form, model);
        }
        Flash.say(redirect, "offers.flash.group-created", PlainText.tidy(form.typedName()));
        return list(area, product);
    }

    /** Crear oferta, from the form of a new group: what was typed goes along and comes back. */
    @Requires(Permission.MANAGE)
    @PostMapping(params = "createOffer")
    String createOfferFirst(
            AreaPass area,
            ProductView product,
            @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Model model) {
        return isTooLong(form, errors) ? newForm(product, form, model) : offerForm(area, product, "new", form);
    }

    private String newForm(ProductView product, GroupForm form, Model model) {
        model.addAttribute("isNew", true);
        return form(product, form, model);
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{group}/edit")
    String edit(
            ProductView product,
            @PathVariable UUID group,
            @ModelAttribute("form") GroupForm draft,
            BindingResult errors,
            Model model) {
        GroupSummary present = groupQueries.get(product.ref().id(), new GroupId(group));
        GroupForm form = draft.name() == null
                ? GroupForm.of(present, offerQueries.of(product.ref().id()))
                : draft;
        return editForm(product, present, form, model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping(path = "/{group}/edit", params = "!createOffer")
    String edit(
            AreaPass area,
            ProductView product,
            @PathVariable UUID group,
            Visitor visitor,
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        GroupSummary present = groupQueries.get(product.ref().id(), new GroupId(group));
        boolean done = Forms.submit(
                errors,
                () -> setup.change(
                        product.ref(),
                        present.id(),
                        PlainText.tidy(form.typedName()),
                        form.opened(),
                        form.becomesDefault(),
                        Objects.requireNonNullElse(form.comments(), present.comments()),
                        form.ticked(),
                        form.released(),
                        visitor.asActor()));
        if (!done) {
            return editForm(product, present, form, model);
        }
        Flash.say(redirect, "offers.flash.group-saved", PlainText.tidy(form.typedName()));
        return list(area, product);
    }

    /** Crear oferta, from the form of a group that is there. */
    @Requires(Permission.MANAGE)
    @PostMapping(path = "/{group}/edit", params = "createOffer")
    String createOfferFirst(
            AreaPass area,
            ProductView product,
            @PathVariable UUID group,
            @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Model model) {
        GroupSummary present = groupQueries.get(product.ref().id(), new GroupId(group));
        return isTooLong(form, errors)
                ? editForm(product, present, form, model)
                : offerForm(area, product, group.toString(), form);
    }

    private String editForm(ProductView product, GroupSummary present, GroupForm form, Model model) {
        model.addAttribute("isNew", false);
        model.addAttribute("present", present);
        if (!present.isDefault()) {
            GroupChoice byDefault = groupQueries.choices(product.ref().id()).get(0);
            model.addAttribute("default", byDefault);
            model.addAttribute("newcomers", forecast.ofMakingDefault(product, byDefault.id(), present.id()));
        }
        model.addAttribute(
                "savedOffers",
                offerQueries.of(product.ref().id()).stream()
                        .filter(it -> it.leadsTo(present.id()))
                        .map(OfferView::name)
                        .toList());
        return form(product, form, model);
    }

    private String form(ProductView product, GroupForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("offers", offerQueries.of(product.ref().id()));
        model.addAttribute("commentSettings", CommentSetting.values());
        model.addAttribute("product", product);
        return "offers/group-form";
    }

    /** A name that no group can have does not travel along: an address has its bounds. */
    private static boolean isTooLong(GroupForm form, BindingResult errors) {
        boolean tooLong = PlainText.length(form.typedName()) > GroupForm.LONGEST_NAME;
        if (tooLong) {
            errors.rejectValue("name", "ShortText", new Object[] {"name", GroupForm.LONGEST_NAME}, null);
        }
        return tooLong;
    }

    private static String list(AreaPass area, ProductView product) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/groups";
    }

    private static String offerForm(AreaPass area, ProductView product, String draftOf, GroupForm form) {
        return "redirect:"
                + Query.of(
                        area.path() + "/products/" + product.ref().id() + "/offers/new",
                        GroupDraft.of(draftOf, form).asParameters("draft."));
    }
}
