package io.cohorte.content.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.Arrangements;
import io.cohorte.content.Arrangements.Way;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.OrderOutdated;
import io.cohorte.content.PageId;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab Contenido: modules and pages, and their order. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/content")
class OutlineController {

    private final ContentQueries content;
    private final Arrangements arrangements;

    OutlineController(ContentQueries content, Arrangements arrangements) {
        this.content = content;
        this.arrangements = arrangements;
    }

    @Requires(Permission.READ_AS_STAFF)
    @GetMapping
    String show(AreaPass area, ProductView product, Model model) {
        model.addAttribute("outline", content.outline(product.ref().id()));
        model.addAttribute("edits", area.allows(Permission.EDIT_CONTENT));
        model.addAttribute("product", product);
        return "content/outline";
    }

    /** What dragging a module leaves: all of them, in their new order. */
    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/order")
    String arrangeModules(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @RequestParam(defaultValue = "") List<UUID> module,
            RedirectAttributes redirect) {
        List<ModuleId> order = module.stream().map(ModuleId::new).toList();
        arrange(redirect, () -> arrangements.ofModules(product.ref(), order, visitor.asActor()));
        return ContentPaths.outline(area, product);
    }

    /** What dragging a page within its module leaves. */
    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/modules/{module}/order")
    String arrangePages(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @PathVariable UUID module,
            @RequestParam(defaultValue = "") List<UUID> page,
            RedirectAttributes redirect) {
        List<PageId> order = page.stream().map(PageId::new).toList();
        arrange(redirect, () -> arrangements.ofPages(product.ref(), new ModuleId(module), order, visitor.asActor()));
        return ContentPaths.outline(area, product);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/modules/{module}/up")
    String moduleUp(AreaPass area, ProductView product, Visitor visitor, @PathVariable UUID module) {
        arrangements.shift(product.ref(), new ModuleId(module), Way.UP, visitor.asActor());
        return ContentPaths.module(area, product, module);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/modules/{module}/down")
    String moduleDown(AreaPass area, ProductView product, Visitor visitor, @PathVariable UUID module) {
        arrangements.shift(product.ref(), new ModuleId(module), Way.DOWN, visitor.asActor());
        return ContentPaths.module(area, product, module);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/pages/{page}/up")
    String pageUp(AreaPass area, ProductView product, Visitor visitor, @PathVariable UUID page) {
        arrangements.shift(product.ref(), new PageId(page), Way.UP, visitor.asActor());
        return ContentPaths.page(area, product, page);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/pages/{page}/down")
    String pageDown(AreaPass area, ProductView product, Visitor visitor, @PathVariable UUID page) {
        arrangements.shift(product.ref(), new PageId(page), Way.DOWN, visitor.asActor());
        return ContentPaths.page(area, product, page);
    }

    /** Of an order that somebody else has overtaken, the outline says so and shows how it is now. */
    static void arrange(RedirectAttributes redirect, Runnable command) {
        try {
            command.run();
        } catch (OrderOutdated outdated) {
            redirect.addFlashAttribute("refused", outdated.code());
        }
    }
}
