package io.cohorte.content.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.Arrangements;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.ContentQueries.ModuleDraft;
import io.cohorte.content.ContentQueries.PageDraft;
import io.cohorte.content.Duplicates;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.content.TooManyPages;
import io.cohorte.shared.Permission;
import io.cohorte.shared.PlainText;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.ShortText;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Creates pages, moves them to other modules, duplicates them. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/content/pages")
class PageController {

    private final ContentQueries content;
    private final Pages pages;
    private final Arrangements arrangements;
    private final Duplicates duplicates;
    private final CopyTitles copies;

    PageController(
            ContentQueries content, Pages pages, Arrangements arrangements, Duplicates duplicates, CopyTitles copies) {
        this.content = content;
        this.pages = pages;
        this.arrangements = arrangements;
        this.duplicates = duplicates;
        this.copies = copies;
    }

    record NewPageForm(
            @NotNull UUID module, @ShortText(max = 200) String title) {}

    /** @param before the page of that module it comes to stand before; null for behind all of them */
    record MoveForm(@NotNull UUID module, @Nullable UUID before) {}

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/new")
    String create(
            AreaPass area,
            ProductView product,
            @RequestParam @Nullable UUID module,
            Model model,
            RedirectAttributes redirect) {
        List<ModuleDraft> modules = content.modules(product.ref().id());
        if (modules.isEmpty()) {
            Flash.warn(redirect, "content.flash.no-module");
            return ContentPaths.outline(area, product);
        }
        UUID last = modules.get(modules.size() - 1).id().value();
        return newForm(product, new NewPageForm(module == null ? last : module, ""), model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/new")
    String create(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") NewPageForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        AtomicReference<PageId> created = new AtomicReference<>();
        boolean done = Forms.submit(
                errors,
                () -> created.set(pages.create(
                        product.ref(), new ModuleId(form.module()), PlainText.tidy(form.title()), visitor.asActor())));
        if (!done) {
            return newForm(product, form, model);
        }
        Flash.say(redirect, "content.flash.page-created", PlainText.tidy(form.title()));
        return ContentPaths.editor(area, product, created.get());
    }

    private String newForm(ProductView product, NewPageForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("modules", content.modules(product.ref().id()));
        model.addAttribute("product", product);
        return "content/page-new";
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/{page}/move")
    String move(ProductView product, @PathVariable UUID page, Model model) {
        PageDraft present = content.page(product.ref().id(), new PageId(page));
        return moveForm(product, present, new MoveForm(present.module().value(), null), model);
    }

    /** From the form, and from dragging a page to another module. */
    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/{page}/move")
    String move(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            Visitor visitor,
            @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PageDraft present = content.page(product.ref().id(), new PageId(page));
        PageId before = form == null || form.before() == null ? null : new PageId(form.before());
        boolean done = Forms.submit(
                errors,
                () -> OutlineController.arrange(
                        redirect,
                        () -> arrangements.move(
                                product.ref(), present.id(), new ModuleId(form.module()), before, visitor.asActor())));
        return done ? ContentPaths.page(area, product, page) : moveForm(product, present, form, model);
    }

    private String moveForm(ProductView product, PageDraft present, MoveForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("page", present);
        model.addAttribute("modules", content.modules(product.ref().id()));
        model.addAttribute("product", product);
        return "content/page-move";
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/{page}/duplicate")
    String duplicate(
            AreaPass area, ProductView product, @PathVariable UUID page, Visitor visitor, RedirectAttributes redirect) {
        PageDraft original = content.page(product.ref().id(), new PageId(page));
        String title = copies.of(original.title(), area);
        try {
            PageId copy = duplicates.ofPage(product.ref(), original.id(), title, visitor.asActor());
            Flash.say(redirect, "content.flash.page-duplicated", title);
            return ContentPaths.page(area, product, copy.value());
        } catch (TooManyPages full) {
            Flash.warn(redirect, full);
            return ContentPaths.page(area, product, page);
        }
    }
}
