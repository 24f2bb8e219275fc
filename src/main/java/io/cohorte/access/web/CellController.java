package io.cohorte.access.web;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Curriculum;
import io.cohorte.access.Forecast;
import io.cohorte.access.PageRules;
import io.cohorte.access.Rules;
import io.cohorte.access.Subject;
import io.cohorte.access.web.RowView.Example;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.shared.StaleEdit;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Query;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A cell of the matrix: the rule of one group at one page, in a dialog; then back to the matrix as it was. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/access/cells/{page}/{group}")
class CellController {

    private final AccessRules rules;
    private final AccessQueries queries;
    private final GroupQueries groups;
    private final Forecast forecast;
    private final Clock clock;

    CellController(AccessRules rules, AccessQueries queries, GroupQueries groups, Forecast forecast, Clock clock) {
        this.rules = rules;
        this.queries = queries;
        this.groups = groups;
        this.forecast = forecast;
        this.clock = clock;
    }

    /** What stands in the database about a cell. */
    private record Present(
            Curriculum curriculum, PageId page, GroupChoice group, Set<GroupId> all, PageRules rules, long version) {

        Subject subject() {
            return new Subject.OfPage(page);
        }
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping
    String edit(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            @PathVariable UUID group,
            @ModelAttribute("filter") MatrixFilter filter,
            Model model) {
        Present present = present(product, page, group);
        CellForm form = CellForm.of(present.rules(), present.group().id(), present.version());
        return page(area, present, filter, form, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping
    String save(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @PathVariable UUID page,
            @PathVariable UUID group,
            @ModelAttribute("filter") MatrixFilter filter,
            @ModelAttribute("form") @Nullable CellForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (form == null || form.row() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Present present = present(product, page, group);
        Rules typed = form.read(present.rules(), present.group().id(), present.all(), errors);
        AtomicBoolean asks = new AtomicBoolean();
        boolean done = Forms.submit(errors, () -> {
            StaleEdit.check(form.opened(), present.version());
            boolean sure = typed.equals(present.rules().page()) || form.isConfirmed();
            asks.set(!sure);
            if (sure) {
                rules.set(product.ref(), present.subject(), typed, form.opened(), visitor.asActor());
            }
        });
        if (!done) {
            return page(area, present, filter, form, model);
        }
        if (asks.get()) {
            model.addAttribute("mark", form.mark());
            model.addAttribute("effects", forecast.ofRules(product, present.subject(), typed));
            return page(area, present, filter, form, model);
        }
        Flash.say(
                redirect,
                "access.flash.cell-saved",
                present.curriculum()
                        .outline()
                        .page(present.page())
                        .orElseThrow()
                        .title(),
                present.group().name());
        return "redirect:" + matrix(area, product, filter);
    }

    private Present present(ProductView product, UUID page, UUID group) {
        Curriculum curriculum = queries.curriculum(product);
        PageId id = new PageId(page);
        PageRules facts = curriculum.page(id).rules();
        List<GroupChoice> choices = groups.choices(product.ref().id());
        GroupChoice choice = choices.stream()
                .filter(it -> it.id().value().equals(group))
                .findAny()
                .orElseThrow(() -> new NotFound("group"));
        long version = queries.rules(product.ref().id(), new Subject.OfPage(id)).version();
        Set<GroupId> all = choices.stream().map(GroupChoice::id).collect(Collectors.toSet());
        return new Present(curriculum, id, choice, all, facts, version);
    }

    private String page(AreaPass area, Present present, MatrixFilter filter, CellForm form, Model model) {
        ProductView product = present.curriculum().product();
        GroupId group = present.group().id();
        RowForm saved = CellForm.of(present.rules(), group, present.version()).row();
        Example example = new Example(present.rules().module(), product.today(clock), product.zone());
        model.addAttribute("form", form);
        model.addAttribute("cell", RowView.of(0, true, present.group(), form.row(), example, saved));
        model.addAttribute(
                "line", present.curriculum().outline().page(present.page()).orElseThrow());
        model.addAttribute("version", present.version());
        model.addAttribute("forAll", !(present.rules().audience() instanceof Audience.Chosen));
        model.addAttribute("audienceInherited", present.rules().audienceIsInherited());
        model.addAttribute("query", Query.of("", filter.asParameters()));
        model.addAttribute("back", matrix(area, product, filter));
        model.addAttribute("product", product);
        return "access/cell";
    }

    private static String matrix(AreaPass area, ProductView product, MatrixFilter filter) {
        return Query.of(area.path() + "/products/" + product.ref().id() + "/access", filter.asParameters());
    }
}
