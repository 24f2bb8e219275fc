package io.cohorte.imports.web;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.imports.AreaImportQueries;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Keyset;
import io.cohorte.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Usuarios of an area: Importar usuarios, where the product is chosen first, and the imports of all products. */
@Controller
@RequestMapping("/areas/{area}/members")
class AreaImportsController {

    private final ProductQueries products;
    private final AreaImportQueries imports;

    AreaImportsController(ProductQueries products, AreaImportQueries imports) {
        this.products = products;
        this.imports = imports;
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/import")
    String choose(AreaPass area, Model model) {
        model.addAttribute(
                "products",
                products.of(area.id()).stream().filter(it -> !it.archived()).toList());
        return "imports/area-choose";
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/imports")
    String history(
            AreaPass area,
            @RequestParam @Nullable String person,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        PersonFilter filter = PersonFilter.of(person);
        model.addAttribute("page", imports.history(area.id(), filter.email(), Keyset.Request.of(after, before)));
        model.addAttribute("person", filter);
        return "imports/area-history";
    }
}
