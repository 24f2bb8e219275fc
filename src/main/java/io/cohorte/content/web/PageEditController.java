package io.cohorte.content.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.ContentQueries.PageDraft;
import io.cohorte.content.PageId;
import io.cohorte.content.PagePasswords;
import io.cohorte.content.PageText;
import io.cohorte.content.Pages;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of a page: its title, its text with a preview, and its password. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/content/pages/{page}")
class PageEditController {

    private final ContentQueries content;
    private final Pages pages;
    private final PagePasswords passwords;

    PageEditController(ContentQueries content, Pages pages, PagePasswords passwords) {
        this.content = content;
        this.pages = pages;
        this.passwords = passwords;
    }

    record PageForm(
            @ShortText(max = 200) @Nullable String title,
            @Nullable String text,
            @NotNull Long version) {

        static PageForm of(PageDraft page) {
            return new PageForm(page.title(), page.text(), page.version());
        }

        public String typedText() {
            return TypedText.of(text);
        }
    }

    /** What was typed is never shown again. */
    record PasswordForm(@Nullable String password) {}

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/edit")
    String edit(AreaPass area, ProductView product, @PathVariable UUID page, Model model) {
        PageDraft present = content.page(product.ref().id(), new PageId(page));
        return editor(area, product, present, PageForm.of(present), model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping(path = "/edit", params = "!preview")
    String edit(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            Visitor visitor,
            @Valid @ModelAttribute("form") PageForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PageId id = new PageId(page);
        boolean done = Forms.submit(
                errors,
                () -> pages.write(
                        product.ref(),
                        id,
                        PlainText.tidy(form.title()),
                        form.typedText(),
                        form.version(),
                        visitor.asActor()));
        if (!done) {
            return editor(area, product, content.page(product.ref().id(), id), form, model);
        }
        Flash.say(redirect, "content.flash.page-saved");
        return ContentPaths.editor(area, product, id);
    }

    /** Vista previa: shows what was typed and saves nothing; while one types, the preview alone is asked for. */
    @Requires(Permission.EDIT_CONTENT)
    @PostMapping(path = "/edit", params = "preview")
    String preview(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            @ModelAttribute("form") PageForm form,
            BindingResult errors,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        PageDraft present = content.page(product.ref().id(), new PageId(page));
        model.addAttribute("unsaved", true);
        String editor = editor(area, product, present, form == null ? PageForm.of(present) : form, model);
        return htmx == null ? editor : editor + " :: preview";
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/password")
    String protect(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            Visitor visitor,
            @ModelAttribute("password") PasswordForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PageDraft present = content.page(product.ref().id(), new PageId(page));
        String typed = form == null || form.password() == null ? "" : form.password();
        if (!Forms.submit(errors, () -> passwords.set(product.ref(), present.id(), typed, visitor.asActor()))) {
            return editor(area, product, present, PageForm.of(present), model);
        }
        Flash.say(redirect, "content.flash.password-set");
        return ContentPaths.editor(area, product, present.id());
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/password/remove")
    String unprotect(
            AreaPass area, ProductView product, @PathVariable UUID page, Visitor visitor, RedirectAttributes redirect) {
        PageId id = new PageId(page);
        passwords.remove(product.ref(), id, visitor.asActor());
        Flash.say(redirect, "content.flash.password-removed");
        return ContentPaths.editor(area, product, id);
    }

    private String editor(AreaPass area, ProductView product, PageDraft present, PageForm form, Model model) {
        model.addAttribute("page", present);
        model.addAttribute("form", form);
        if (!model.containsAttribute("password")) {
            model.addAttribute("password", new PasswordForm(null));
        }
        model.addAttribute("html", PageText.html(form.typedText(), ContentPaths.files(area, product, present.id())));
        model.addAttribute("product", product);
        return "content/page-edit";
    }
}
