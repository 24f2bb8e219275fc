package io.cohorte.imports.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportView;
import io.cohorte.imports.Previews.Confirmed;
import io.cohorte.imports.Undos;
import io.cohorte.shared.Permission;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deshacer la importación: of an import, what that would do is looked at; of an undo, it is done or left. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/imports/{id}/undo")
class UndoController {

    private final Undos undos;
    private final ImportQueries imports;

    UndoController(Undos undos, ImportQueries imports) {
        this.undos = undos;
        this.imports = imports;
    }

    @Requires(Permission.MANAGE)
    @PostMapping
    String begin(
            AreaPass area, ProductView product, @PathVariable UUID id, Visitor visitor, RedirectAttributes redirect) {
        try {
            ImportId undo = undos.begin(product.ref(), new ImportId(id), visitor.account());
            return ImportsController.page(area, product, undo.value());
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
            return ImportsController.page(area, product, id);
        }
    }

    /** Sí, deshacer. */
    @Requires(Permission.MANAGE)
    @PostMapping("/confirm")
    String confirm(
            AreaPass area,
            ProductView product,
            @PathVariable UUID id,
            @RequestParam long version,
            Visitor visitor,
            RedirectAttributes redirect) {
        try {
            if (undos.confirm(product.ref(), new ImportId(id), version, visitor.account()) == Confirmed.LOOK_AGAIN) {
                Flash.warn(redirect, "imports.undo.look-again");
            }
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
        }
        return ImportsController.page(area, product, id);
    }

    /** No deshacer. */
    @Requires(Permission.MANAGE)
    @PostMapping("/discard")
    String discard(AreaPass area, ProductView product, @PathVariable UUID id, RedirectAttributes redirect) {
        ImportView undo = imports.get(product.ref(), new ImportId(id));
        try {
            undos.discard(product.ref(), undo.id());
            Flash.say(redirect, "imports.undo.flash.kept");
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
            return ImportsController.page(area, product, id);
        }
        return ImportsController.page(
                area, product, undo.undoes() == null ? id : undo.undoes().value());
    }
}
