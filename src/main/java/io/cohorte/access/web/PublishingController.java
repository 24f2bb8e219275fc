package io.cohorte.access.web;

import io.cohorte.access.Forecast;
import io.cohorte.access.Subject;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.Outline;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.shared.Actor;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Publishes modules and pages; hides or deletes them once it was seen who loses them. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/content")
class PublishingController {

    private static final String MODULE = "/modules/{module}";
    private static final String PAGE = "/pages/{page}";

    private final Modules modules;
    private final Pages pages;
    private final ContentQueries content;
    private final Forecast forecast;

    PublishingController(Modules modules, Pages pages, ContentQueries content, Forecast forecast) {
        this.modules = modules;
        this.pages = pages;
        this.content = content;
        this.forecast = forecast;
    }

    /**
     * The module or page of a request.
     *
     * @param path below the tab
     * @param pages how many go with it; null for a page
     */
    private record Place(
            Subject subject,
            String name,
            String path,
            @Nullable Integer pages) {}

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping({MODULE + "/publish", PAGE + "/publish"})
    String publish(
            AreaPass area,
            ProductView product,
            @PathVariable @Nullable UUID module,
            @PathVariable @Nullable UUID page,
            Visitor visitor,
            RedirectAttributes redirect) {
        Place place = place(product, module, page);
        act(place, product.ref(), visitor.asActor(), modules::publish, pages::publish);
        Flash.say(redirect, "access.flash.published", place.name());
        return outline(area, product);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping({MODULE + "/unpublish", PAGE + "/unpublish"})
    String confirmUnpublish(
            ProductView product, @PathVariable @Nullable UUID module, @PathVariable @Nullable UUID page, Model model) {
        Place place = place(product, module, page);
        model.addAttribute("effects", forecast.ofPublishing(product, place.subject(), false));
        return confirm(product, "unpublish", place, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping({MODULE + "/unpublish", PAGE + "/unpublish"})
    String unpublish(
            AreaPass area,
            ProductView product,
            @PathVariable @Nullable UUID module,
            @PathVariable @Nullable UUID page,
            Visitor visitor,
            RedirectAttributes redirect) {
        Place place = place(product, module, page);
        act(place, product.ref(), visitor.asActor(), modules::unpublish, pages::unpublish);
        Flash.say(redirect, "access.flash.unpublished", place.name());
        return outline(area, product);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping({MODULE + "/delete", PAGE + "/delete"})
    String confirmDelete(
            ProductView product, @PathVariable @Nullable UUID module, @PathVariable @Nullable UUID page, Model model) {
        Place place = place(product, module, page);
        model.addAttribute("effects", forecast.ofDeleting(product, place.subject()));
        model.addAttribute("pages", place.pages());
        return confirm(product, "delete", place, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping({MODULE + "/delete", PAGE + "/delete"})
    String delete(
            AreaPass area,
            ProductView product,
            @PathVariable @Nullable UUID module,
            @PathVariable @Nullable UUID page,
            Visitor visitor,
            RedirectAttributes redirect) {
        Place place = place(product, module, page);
        act(place, product.ref(), visitor.asActor(), modules::delete, pages::delete);
        Flash.say(redirect, "access.flash.deleted", place.name());
        return outline(area, product);
    }

    private static String confirm(ProductView product, String act, Place place, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("name", place.name());
        model.addAttribute("path", place.path());
        model.addAttribute("product", product);
        return "access/confirm";
    }

    /** A command on a module or a page. */
    private interface Command<T> {
        void on(ProductRef product, T id, Actor actor);
    }

    private static void act(
            Place place, ProductRef product, Actor actor, Command<ModuleId> onModule, Command<PageId> onPage) {
        if (place.subject() instanceof Subject.OfModule it) {
            onModule.on(product, it.module(), actor);
        } else if (place.subject() instanceof Subject.OfPage it) {
            onPage.on(product, it.page(), actor);
        }
    }

    private Place place(ProductView product, @Nullable UUID module, @Nullable UUID page) {
        Outline outline = content.outline(product.ref().id());
        if (page == null) {
            ModuleLine line = Optional.ofNullable(module)
                    .flatMap(it -> outline.module(new ModuleId(it)))
                    .orElseThrow(() -> new NotFound("module"));
            Subject subject = new Subject.OfModule(line.id());
            return new Place(
                    subject, line.name(), "modules/" + line.id(), line.pages().size());
        }
        PageLine line = outline.page(new PageId(page)).orElseThrow(() -> new NotFound("page"));
        return new Place(new Subject.OfPage(line.id()), line.title(), "pages/" + line.id(), null);
    }

    private static String outline(AreaPass area, ProductView product) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/content";
    }
}
