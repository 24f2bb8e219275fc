package io.cohorte.content.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.ContentQueries.ModuleDraft;
import io.cohorte.content.Duplicates;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.TooManyModules;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Creates modules, names and describes them, duplicates them. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/content/modules")
class ModuleController {

    private final ContentQueries content;
    private final Modules modules;
    private final Duplicates duplicates;
    private final CopyTitles copies;

    ModuleController(ContentQueries content, Modules modules, Duplicates duplicates, CopyTitles copies) {
        this.content = content;
        this.modules = modules;
        this.duplicates = duplicates;
        this.copies = copies;
    }

    /** @param version with which the edit began; 0 for a new module */
    record ModuleForm(
            @ShortText(max = 200) String name,

            @ShortText(max = 2_000, optional = true) @Nullable
            String description,

            @NotNull Long version) {

        static ModuleForm of(ModuleDraft module) {
            return new ModuleForm(module.name(), module.description(), module.version());
        }

        String typedDescription() {
            return TypedText.of(description).strip();
        }
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/new")
    String create(ProductView product, Model model) {
        return newForm(product, new ModuleForm("", "", 0L), model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/new")
    String create(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") ModuleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        AtomicReference<ModuleId> created = new AtomicReference<>();
        boolean done = Forms.submit(
                errors,
                () -> created.set(modules.create(
                        product.ref(), PlainText.tidy(form.name()), form.typedDescription(), visitor.asActor())));
        if (!done) {
            return newForm(product, form, model);
        }
        Flash.say(redirect, "content.flash.module-created", PlainText.tidy(form.name()));
        return ContentPaths.module(area, product, created.get().value());
    }

    private String newForm(ProductView product, ModuleForm form, Model model) {
        model.addAttribute("isNew", true);
        return form(product, form, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/{module}/edit")
    String edit(ProductView product, @PathVariable UUID module, Model model) {
        ModuleDraft present = content.module(product.ref().id(), new ModuleId(module));
        return editForm(product, present, ModuleForm.of(present), model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/{module}/edit")
    String edit(
            AreaPass area,
            ProductView product,
            @PathVariable UUID module,
            Visitor visitor,
            @Valid @ModelAttribute("form") ModuleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        ModuleId id = new ModuleId(module);
        boolean done = Forms.submit(
                errors,
                () -> modules.describe(
                        product.ref(),
                        id,
                        PlainText.tidy(form.name()),
                        form.typedDescription(),
                        form.version(),
                        visitor.asActor()));
        if (!done) {
            return editForm(product, content.module(product.ref().id(), id), form, model);
        }
        Flash.say(redirect, "content.flash.module-saved", PlainText.tidy(form.name()));
        return ContentPaths.module(area, product, module);
    }

    private String editForm(ProductView product, ModuleDraft present, ModuleForm form, Model model) {
        model.addAttribute("isNew", false);
        model.addAttribute("present", present);
        return form(product, form, model);
    }

    private String form(ProductView product, ModuleForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("product", product);
        return "content/module-form";
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/{module}/duplicate")
    String duplicate(
            AreaPass area,
            ProductView product,
            @PathVariable UUID module,
            Visitor visitor,
            RedirectAttributes redirect) {
        ModuleDraft original = content.module(product.ref().id(), new ModuleId(module));
        String name = copies.of(original.name(), area);
        try {
            ModuleId copy = duplicates.ofModule(product.ref(), original.id(), name, visitor.asActor());
            Flash.say(redirect, "content.flash.module-duplicated", name);
            return ContentPaths.module(area, product, copy.value());
        } catch (TooManyModules | TooManyPages full) {
            Flash.warn(redirect, full);
            return ContentPaths.module(area, product, module);
        }
    }
}
