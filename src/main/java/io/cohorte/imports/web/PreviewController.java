package io.cohorte.imports.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportState;
import io.cohorte.imports.ImportView;
import io.cohorte.imports.PreviewQueries;
import io.cohorte.imports.Previews;
import io.cohorte.imports.Previews.Confirmed;
import io.cohorte.imports.Standing;
import io.cohorte.shared.Permission;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Keyset;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with a list before it is imported. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/imports/{id}")
class PreviewController {

    private static final Pattern LINE = Pattern.compile("line(\\d{1,9})");
    private static final Keyset.Request FIRST = Keyset.Request.of(null, null);

    private final Previews previews;
    private final PreviewQueries queries;
    private final ImportQueries imports;
    private final PreviewPage page;

    PreviewController(Previews previews, PreviewQueries queries, ImportQueries imports, PreviewPage page) {
        this.previews = previews;
        this.queries = queries;
        this.imports = imports;
        this.page = page;
    }

    /** Leer de nuevo. */
    @Requires(Permission.MANAGE)
    @PostMapping("/reading")
    String readAgain(
            AreaPass area,
            ProductView product,
            @PathVariable UUID id,
            @Valid @ModelAttribute("reading") ReadingForm form,
            BindingResult errors,
            Model model) {
        ImportView run = imports.get(product.ref(), new ImportId(id));
        if (run.state() != ImportState.PREVIEW) {
            return ImportsController.page(area, product, id);
        }
        LocalDate date = errors.hasErrors() ? null : Days.read(form.date(), "date", errors);
        boolean done = Forms.submit(
                errors,
                () -> previews.readAgain(
                        product.ref(),
                        run.id(),
                        form.choices(
                                run,
                                queries.findings(product.ref().id(), run.id()).orElse(null)),
                        form.chosenGroup(),
                        date));
        return done ? ImportsController.page(area, product, id) : page.show(area, product, run, null, FIRST, model);
    }

    /** Guardar correcciones: of the lines shown, those that somebody changed. */
    @Requires(Permission.MANAGE)
    @PostMapping("/lines")
    String correct(
            AreaPass area,
            ProductView product,
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect) {
        Map<Integer, String> corrected = new TreeMap<>();
        parameters.forEach((name, raw) -> {
            Matcher line = LINE.matcher(name);
            if (line.matches()) {
                corrected.put(Integer.valueOf(line.group(1)), raw.replace('\0', '\uFFFD'));
            }
        });
        try {
            previews.correct(product.ref(), new ImportId(id), corrected);
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
        }
        return ImportsController.page(area, product, id) + "?standing=" + Standing.REFUSED;
    }

    /** Importar, in earnest. */
    @Requires(Permission.MANAGE)
    @PostMapping("/confirm")
    String confirm(
            AreaPass area,
            ProductView product,
            @PathVariable UUID id,
            Visitor visitor,
            @Valid @ModelAttribute("confirmation") ConfirmationForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        ImportId run = new ImportId(id);
        AtomicReference<@Nullable Confirmed> confirmed = new AtomicReference<>();
        boolean done = Forms.submit(
                errors,
                () -> confirmed.set(previews.confirm(
                        product.ref(), run, form.options(), form.agreesToDates(), form.version(), visitor.account())));
        if (!done) {
            ImportView present = imports.get(product.ref(), run);
            return present.state() == ImportState.PREVIEW
                    ? page.show(area, product, present, null, FIRST, model)
                    : ImportsController.page(area, product, id);
        }
        if (confirmed.get() == Confirmed.LOOK_AGAIN) {
            Flash.warn(redirect, "imports.look-again");
        }
        return ImportsController.page(area, product, id);
    }

    /** Descartar. */
    @Requires(Permission.MANAGE)
    @PostMapping("/discard")
    String discard(AreaPass area, ProductView product, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            previews.discard(product.ref(), new ImportId(id));
            Flash.say(redirect, "imports.flash.discarded");
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
            return ImportsController.page(area, product, id);
        }
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/imports/batch";
    }
}
