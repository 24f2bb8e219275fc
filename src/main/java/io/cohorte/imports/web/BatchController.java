package io.cohorte.imports.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupQueries;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.Imports;
import io.cohorte.lists.DateOrder;
import io.cohorte.shared.Language;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Importar usuarios > Lote. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/imports/batch")
class BatchController {

    private final Imports imports;
    private final GroupQueries groups;
    private final Clock clock;

    BatchController(Imports imports, GroupQueries groups, Clock clock) {
        this.imports = imports;
        this.groups = groups;
        this.clock = clock;
    }

    @Requires(Permission.MANAGE)
    @GetMapping
    String paste(AreaPass area, ProductView product, Model model) {
        DateOrder usual = Language.of(area.locale().toLanguageTag())
                .map(DateOrder::usualIn)
                .orElse(DateOrder.DAY_FIRST);
        String today = product.today(clock).toString();
        return form(
                product,
                new BatchForm(
                        ImportId.next().value(),
                        "",
                        groups.choices(product.ref().id()).get(0).id().value(),
                        today,
                        usual),
                model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping
    String start(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") BatchForm form,
            BindingResult errors,
            Model model) {
        if (!errors.hasErrors() && form.typedDate().isEmpty()) {
            errors.rejectValue("date", "imports.bad-date");
        }
        AtomicReference<ImportId> started = new AtomicReference<>();
        boolean done = Forms.submit(
                errors,
                () -> started.set(
                        imports.start(product.ref(), form.batch(form.typedDate().orElseThrow()), visitor.account())));
        return done
                ? "redirect:" + area.path() + "/products/" + product.ref().id() + "/imports/" + started.get()
                : form(product, form, model);
    }

    private String form(ProductView product, BatchForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("groups", groups.choices(product.ref().id()));
        model.addAttribute("orders", DateOrder.values());
        model.addAttribute("latest", product.today(clock).plusDays(1));
        model.addAttribute("product", product);
        return "imports/batch";
    }
}
