package io.cohorte.content.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.FileId;
import io.cohorte.content.FileQueries;
import io.cohorte.content.PageFileView;
import io.cohorte.content.PageFiles;
import io.cohorte.content.PageId;
import io.cohorte.content.PageReading;
import io.cohorte.content.PageUploads;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.ShortText;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The attachments and images of a page. What is done to one of them stands before its id, since behind it stands the
 * name it is fetched by.
 */
@Controller
@RequestMapping("/areas/{area}/products/{product}/content/pages/{page}/files")
class PageFilesController {

    private final FilesPage screen;
    private final FileQueries queries;
    private final PageFiles files;
    private final PageUploads uploads;

    PageFilesController(FilesPage screen, FileQueries queries, PageFiles files, PageUploads uploads) {
        this.screen = screen;
        this.queries = queries;
        this.files = files;
        this.uploads = uploads;
    }

    record NameForm(@ShortText(max = 200) @Nullable String name) {}

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping
    String list(ProductView product, @PathVariable UUID page, Model model) {
        return screen.show(product, screen.get(product, page), model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/attachments")
    String attach(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            Visitor visitor,
            @ModelAttribute("attachmentForm") @Nullable FileForm sent,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        FileForm form = PageVideoController.required(sent);
        form.check(errors);
        boolean done = Forms.submit(
                errors, () -> uploads.attach(product.ref(), new PageId(page), form.upload(), visitor.asActor()));
        return added(done, area, product, page, model, redirect);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/images")
    String addImage(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            Visitor visitor,
            @ModelAttribute("imageForm") @Nullable FileForm sent,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        FileForm form = PageVideoController.required(sent);
        form.check(errors);
        boolean done = Forms.submit(
                errors, () -> uploads.addImage(product.ref(), new PageId(page), form.upload(), visitor.asActor()));
        return added(done, area, product, page, model, redirect);
    }

    private String added(
            boolean done, AreaPass area, ProductView product, UUID page, Model model, RedirectAttributes redirect) {
        if (!done) {
            return screen.show(product, screen.get(product, page), model);
        }
        Flash.say(redirect, "content.flash.file-added");
        return "redirect:" + FilesPage.path(area, product, page);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/rename/{file}")
    String rename(ProductView product, @PathVariable UUID page, @PathVariable UUID file, Model model) {
        return nameForm(
                product, page, file, new NameForm(view(product, page, file).name()), model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/rename/{file}")
    String rename(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            @PathVariable UUID file,
            Visitor visitor,
            @Valid @ModelAttribute("form") NameForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Forms.submit(
                errors,
                () -> files.rename(product.ref(), new PageId(page), new FileId(file), form.name(), visitor.asActor()));
        if (!done) {
            return nameForm(product, page, file, form, model);
        }
        Flash.say(redirect, "content.flash.file-renamed");
        return "redirect:" + FilesPage.path(area, product, page);
    }

    private String nameForm(ProductView product, UUID page, UUID file, NameForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("file", view(product, page, file));
        model.addAttribute("page", screen.get(product, page));
        model.addAttribute("product", product);
        return "content/file-rename";
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/up/{file}")
    String moveUp(
            AreaPass area, ProductView product, @PathVariable UUID page, @PathVariable UUID file, Visitor visitor) {
        files.moveUp(product.ref(), new PageId(page), new FileId(file), visitor.asActor());
        return "redirect:" + FilesPage.path(area, product, page);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/down/{file}")
    String moveDown(
            AreaPass area, ProductView product, @PathVariable UUID page, @PathVariable UUID file, Visitor visitor) {
        files.moveDown(product.ref(), new PageId(page), new FileId(file), visitor.asActor());
        return "redirect:" + FilesPage.path(area, product, page);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/remove/{file}")
    String remove(ProductView product, @PathVariable("page") UUID id, @PathVariable UUID file, Model model) {
        PageReading page = screen.get(product, id);
        model.addAttribute("file", view(product, id, file));
        model.addAttribute("page", page);
        model.addAttribute("product", product);
        return "content/file-remove";
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/remove/{file}")
    String remove(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            @PathVariable UUID file,
            Visitor visitor,
            RedirectAttributes redirect) {
        files.remove(product.ref(), new PageId(page), new FileId(file), visitor.asActor());
        Flash.say(redirect, "content.flash.file-removed");
        return "redirect:" + FilesPage.path(area, product, page);
    }

    private PageFileView view(ProductView product, UUID page, UUID file) {
        return queries.get(product.ref().id(), new PageId(page), new FileId(file));
    }
}
