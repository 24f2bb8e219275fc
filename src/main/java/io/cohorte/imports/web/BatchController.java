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
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Importar usuarios > Lote: a list is handed in, to be shown before anybody is brought in. */
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
    String paste(ProductView product, Model model) {
        String today = product.today(clock).toString();
        return form(
                product,
                new BatchForm(
                        ImportId.next().value(),
                        "",
                        null,
                        groups.choices(product.ref().id()).get(0).id().value(),
                        today),
                model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping
    String take(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") BatchForm form,
            BindingResult errors,
            Model model) {
        if (!errors.hasErrors()) {
            form.check(errors);
        }
        DateOrder usual = Language.of(area.locale().toLanguageTag())
                .map(DateOrder::usualIn)
                .orElse(DateOrder.DAY_FIRST);
        boolean done = Forms.submit(
                errors,
                () -> imports.take(
                        product.ref(), form.upload(LocalDate.parse(form.date().strip()), usual), visitor.account()));
        return done
                ? "redirect:" + area.path() + "/products/" + product.ref().id() + "/imports/" + form.id()
                : form(product, form, model);
    }

    private String form(ProductView product, BatchForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("groups", groups.choices(product.ref().id()));
        model.addAttribute("latest", product.today(clock).plusDays(1));
        model.addAttribute("product", product);
        return "imports/batch";
    }
}
