package io.cohorte.access.web;

import io.cohorte.access.Forecast;
import io.cohorte.access.Subject;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.Outline;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.UUID;
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

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/modules/{module}/publish")
    String publishModule(
            AreaPass area,
            ProductView product,
            @PathVariable UUID module,
            Visitor visitor,
            RedirectAttributes redirect) {
        String name = module(product, module).name();
        modules.publish(product.ref(), new ModuleId(module), visitor.asActor());
        Flash.say(redirect, "access.flash.published", name);
        return outline(area, product);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/pages/{page}/publish")
    String publishPage(
            AreaPass area, ProductView product, @PathVariable UUID page, Visitor visitor, RedirectAttributes redirect) {
        String title = page(product, page).title();
        pages.publish(product.ref(), new PageId(page), visitor.asActor());
        Flash.say(redirect, "access.flash.published", title);
        return outline(area, product);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/modules/{module}/unpublish")
    String confirmUnpublishModule(ProductView product, @PathVariable UUID module, Model model) {
        Subject subject = new Subject.OfModule(new ModuleId(module));
        model.addAttribute("effects", forecast.ofPublishing(product, subject, false));
        return confirm(product, "unpublish", module(product, module).name(), "modules/" + module, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/modules/{module}/unpublish")
    String unpublishModule(
            AreaPass area,
            ProductView product,
            @PathVariable UUID module,
            Visitor visitor,
            RedirectAttributes redirect) {
        String name = module(product, module).name();
        modules.unpublish(product.ref(), new ModuleId(module), visitor.asActor());
        Flash.say(redirect, "access.flash.unpublished", name);
        return outline(area, product);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/pages/{page}/unpublish")
    String confirmUnpublishPage(ProductView product, @PathVariable UUID page, Model model) {
        Subject subject = new Subject.OfPage(new PageId(page));
        model.addAttribute("effects", forecast.ofPublishing(product, subject, false));
        return confirm(product, "unpublish", page(product, page).title(), "pages/" + page, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/pages/{page}/unpublish")
    String unpublishPage(
            AreaPass area, ProductView product, @PathVariable UUID page, Visitor visitor, RedirectAttributes redirect) {
        String title = page(product, page).title();
        pages.unpublish(product.ref(), new PageId(page), visitor.asActor());
        Flash.say(redirect, "access.flash.unpublished", title);
        return outline(area, product);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/modules/{module}/delete")
    String confirmDeleteModule(ProductView product, @PathVariable UUID module, Model model) {
        Subject subject = new Subject.OfModule(new ModuleId(module));
        model.addAttribute("effects", forecast.ofDeleting(product, subject));
        model.addAttribute("pages", module(product, module).pages().size());
        return confirm(product, "delete", module(product, module).name(), "modules/" + module, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/modules/{module}/delete")
    String deleteModule(
            AreaPass area,
            ProductView product,
            @PathVariable UUID module,
            Visitor visitor,
            RedirectAttributes redirect) {
        String name = module(product, module).name();
        modules.delete(product.ref(), new ModuleId(module), visitor.asActor());
        Flash.say(redirect, "access.flash.deleted", name);
        return outline(area, product);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/pages/{page}/delete")
    String confirmDeletePage(ProductView product, @PathVariable UUID page, Model model) {
        Subject subject = new Subject.OfPage(new PageId(page));
        model.addAttribute("effects", forecast.ofDeleting(product, subject));
        return confirm(product, "delete", page(product, page).title(), "pages/" + page, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/pages/{page}/delete")
    String deletePage(
            AreaPass area, ProductView product, @PathVariable UUID page, Visitor visitor, RedirectAttributes redirect) {
        String title = page(product, page).title();
        pages.delete(product.ref(), new PageId(page), visitor.asActor());
        Flash.say(redirect, "access.flash.deleted", title);
        return outline(area, product);
    }

    private static String confirm(ProductView product, String act, String name, String path, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("name", name);
        model.addAttribute("path", path);
        model.addAttribute("product", product);
        return "access/confirm";
    }

    private Outline.ModuleLine module(ProductView product, UUID module) {
        return content.outline(product.ref().id())
                .module(new ModuleId(module))
                .orElseThrow(() -> new NotFound("module"));
    }

    private Outline.PageLine page(ProductView product, UUID page) {
        return content.outline(product.ref().id()).page(new PageId(page)).orElseThrow(() -> new NotFound("page"));
    }

    private static String outline(AreaPass area, ProductView product) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/content";
    }
}
