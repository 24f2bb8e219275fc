package io.cohorte.imports.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportQueries.ImportView;
import io.cohorte.imports.RowOutcome;
import io.cohorte.shared.Permission;
import io.cohorte.web.Keyset;
import io.cohorte.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Historial de importación, and the result of one import line by line. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/imports")
class ImportsController {

    private final ImportQueries imports;

    ImportsController(ImportQueries imports) {
        this.imports = imports;
    }

    @Requires(Permission.MANAGE)
    @GetMapping
    String history(
            ProductView product,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        model.addAttribute("page", imports.history(product.ref(), Keyset.Request.of(after, before)));
        model.addAttribute("product", product);
        return "imports/history";
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/{id}")
    String result(
            ProductView product,
            @PathVariable UUID id,
            @RequestParam @Nullable RowOutcome outcome,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            HttpServletResponse response,
            Model model) {
        ImportView run = imports.get(product.ref(), new ImportId(id));
        if (!run.finished() && outcome == null && after == null && before == null) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute("run", run);
        model.addAttribute(
                "page", imports.rows(product.ref().id(), run.id(), outcome, Keyset.Request.of(after, before)));
        model.addAttribute("outcome", outcome);
        model.addAttribute("product", product);
        return "imports/result";
    }
}
