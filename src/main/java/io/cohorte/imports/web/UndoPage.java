package io.cohorte.imports.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportState;
import io.cohorte.imports.ImportView;
import io.cohorte.imports.UndoEffect;
import io.cohorte.imports.UndoQueries;
import io.cohorte.shared.ProductId;
import io.cohorte.web.Keyset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of an undo: what it would do, how it goes, what it did. */
@Component
class UndoPage {

    private final ImportQueries imports;
    private final UndoQueries undos;

    UndoPage(ImportQueries imports, UndoQueries undos) {
        this.imports = imports;
        this.undos = undos;
    }

    String show(
            ProductView product,
            ImportView run,
            @Nullable UndoEffect effect,
            PersonFilter person,
            Keyset.Request request,
            Model model) {
        ProductId id = product.ref().id();
        ImportId undone = Objects.requireNonNull(run.undoes());
        model.addAttribute("undone", imports.get(product.ref(), undone));
        if (run.state() == ImportState.READING) {
            return "imports/undo-reading";
        }
        Map<UndoEffect, Integer> counts = undos.counts(id, run.id());
        model.addAttribute("counts", counts);
        model.addAttribute("effects", UndoEffect.values());
        model.addAttribute("someone", counts.getOrDefault(UndoEffect.KEPT, 0) < run.lines());
        model.addAttribute("someoneKept", counts.containsKey(UndoEffect.KEPT));
        model.addAttribute("effect", effect);
        model.addAttribute("person", person);
        model.addAttribute("page", undos.rows(id, run.id(), effect, person.email(), request));
        return "imports/undo";
    }
}
