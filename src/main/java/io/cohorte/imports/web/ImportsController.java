package io.cohorte.imports.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportState;
import io.cohorte.imports.ImportView;
import io.cohorte.imports.Imports;
import io.cohorte.imports.QuotaQueries;
import io.cohorte.imports.RowFilter;
import io.cohorte.imports.RowOutcome;
import io.cohorte.imports.Standing;
import io.cohorte.imports.UndoEffect;
import io.cohorte.imports.UndoQueries;
import io.cohorte.mail.MailQueries;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Keyset;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Historial de importación, and one import: how it is read, what it would do, how it goes, what came of it. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/imports")
class ImportsController {

    /** Seconds after which a page that shows progress is asked for again where no script does it. */
    private static final int REFRESH = 2;

    private final Imports imports;
    private final ImportQueries queries;
    private final QuotaQueries quotas;
    private final MailQueries mail;
    private final PreviewPage preview;
    private final UndoPage undoPage;
    private final UndoQueries undos;
    private final Clock clock;

    ImportsController(
            Imports imports,
            ImportQueries queries,
            QuotaQueries quotas,
            MailQueries mail,
            PreviewPage preview,
            UndoPage undoPage,
            UndoQueries undos,
            Clock clock) {
        this.imports = imports;
        this.queries = queries;
        this.quotas = quotas;
        this.mail = mail;
        this.preview = preview;
        this.undoPage = undoPage;
        this.undos = undos;
        this.clock = clock;
    }

    @Requires(Permission.MANAGE)
    @GetMapping
    String history(
            AreaPass area,
            ProductView product,
            @RequestParam @Nullable String person,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        PersonFilter filter = PersonFilter.of(person);
        model.addAttribute("page", queries.history(product.ref(), filter.email(), Keyset.Request.of(after, before)));
        model.addAttribute("person", filter);
        model.addAttribute("quota", quotas.of(area.id()));
        model.addAttribute("product", product);
        return "imports/history";
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{id}")
    String show(
            AreaPass area,
            ProductView product,
            @PathVariable UUID id,
            @RequestParam @Nullable Standing standing,
            @RequestParam @Nullable RowOutcome outcome,
            @RequestParam @Nullable UndoEffect effect,
            @RequestParam @Nullable String person,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        ImportView run = queries.get(product.ref(), new ImportId(id));
        model.addAttribute("product", product);
        model.addAttribute("run", run);
        model.addAttribute("progress", run.progress(clock.instant()));
        model.addAttribute("refresh", run.state() == ImportState.PREVIEW || run.finished() ? null : REFRESH);
        if (run.undoes() != null) {
            return undoPage.show(
                    product, run, effect, PersonFilter.of(person), Keyset.Request.of(after, before), model);
        }
        if (run.state() == ImportState.READING) {
            return "imports/reading";
        }
        if (run.state() == ImportState.PREVIEW) {
            return preview.show(area, product, run, standing, Keyset.Request.of(after, before), model);
        }
        model.addAttribute("undo", undos.of(product.ref(), run.id()).orElse(null));
        model.addAttribute("undoable", run.undoable(clock.instant()));
        PersonFilter filter = PersonFilter.of(person);
        model.addAttribute("person", filter);
        model.addAttribute("outcome", outcome);
        model.addAttribute("mails", mail.ofCause(id));
        model.addAttribute(
                "page",
                queries.rows(
                        product.ref().id(),
                        run.id(),
                        new RowFilter(null, outcome, filter.email()),
                        Keyset.Request.of(after, before)));
        return "imports/result";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/{id}/cancel")
    String cancel(
            AreaPass area, ProductView product, @PathVariable UUID id, Visitor visitor, RedirectAttributes redirect) {
        imports.cancel(product.ref(), new ImportId(id), visitor.account());
        Flash.say(redirect, "imports.flash.cancelled");
        return page(area, product, id);
    }

    /** Enviar los correos retenidos. */
    @Requires(Permission.MANAGE)
    @PostMapping("/{id}/mail")
    String releaseMail(
            AreaPass area, ProductView product, @PathVariable UUID id, Visitor visitor, RedirectAttributes redirect) {
        int released = imports.releaseMail(product.ref(), new ImportId(id), visitor.account());
        Flash.say(redirect, "imports.flash.mail-released", released);
        return page(area, product, id);
    }

    /** Back to the page of an import. */
    static String page(AreaPass area, ProductView product, UUID id) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/imports/" + id;
    }
}
