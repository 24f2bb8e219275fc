package io.cohorte.imports.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupQueries;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportView;
import io.cohorte.imports.PreviewQueries;
import io.cohorte.imports.QuotaQueries;
import io.cohorte.imports.RowFilter;
import io.cohorte.imports.Standing;
import io.cohorte.lists.DateOrder;
import io.cohorte.lists.Encoding;
import io.cohorte.lists.Field;
import io.cohorte.lists.Findings;
import io.cohorte.lists.Separator;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Keyset;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a list that was read: how, what would come of it, and what is in the way. */
@Component
class PreviewPage {

    private final ImportQueries imports;
    private final PreviewQueries previews;
    private final QuotaQueries quotas;
    private final GroupQueries groups;
    private final Clock clock;

    PreviewPage(ImportQueries imports, PreviewQueries previews, QuotaQueries quotas, GroupQueries groups, Clock clock) {
        this.imports = imports;
        this.previews = previews;
        this.quotas = quotas;
        this.groups = groups;
        this.clock = clock;
    }

    /** Keeps what is in the model already: forms that came back with errors. */
    String show(
            AreaPass area,
            ProductView product,
            ImportView run,
            @Nullable Standing standing,
            Keyset.Request request,
            Model model) {
        Findings findings = previews.findings(product.ref().id(), run.id()).orElse(null);
        model.addAttribute("product", product);
        model.addAttribute("run", run);
        model.addAttribute("findings", findings);
        model.addAttribute("groups", groups.choices(product.ref().id()));
        model.addAttribute("latest", product.today(clock).plusDays(1));
        model.addAttribute("encodings", Encoding.values());
        model.addAttribute("separators", Separator.values());
        model.addAttribute("orders", DateOrder.values());
        model.addAttribute("fields", Field.values());
        model.addAttribute("quota", quotas.of(area.id()));
        model.addAttribute("standing", standing);
        model.addAttribute(
                "page", imports.rows(product.ref().id(), run.id(), new RowFilter(standing, null, null), request));
        if (!model.containsAttribute("reading")) {
            model.addAttribute("reading", ReadingForm.of(run, findings));
        }
        if (!model.containsAttribute("confirmation")) {
            model.addAttribute("confirmation", ConfirmationForm.of(run));
        }
        return "imports/preview";
    }
}
