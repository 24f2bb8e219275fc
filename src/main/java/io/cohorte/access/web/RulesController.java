package io.cohorte.access.web;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.AccessQueries.RulesView;
import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Curriculum;
import io.cohorte.access.Forecast;
import io.cohorte.access.Rules;
import io.cohorte.access.Subject;
import io.cohorte.access.web.RowView.Example;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.shared.StaleEdit;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Liberación y expiración de contenido, of a page or of a module: one form for all groups. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/content")
class RulesController {

    private static final String PAGE = "/pages/{page}/access";
    private static final String MODULE = "/modules/{module}/access";
    private static final int MOST_ROWS = 600;

    /** Anything, but of the rows only those that a form can have. */
    private static final Pattern FIELD = Pattern.compile("(?!rows).*|rows\\[[1-5]?\\d{1,2}]\\.\\w+");

    private final AccessRules rules;
    private final AccessQueries queries;
    private final GroupQueries groups;
    private final Forecast forecast;
    private final Clock clock;

    RulesController(AccessRules rules, AccessQueries queries, GroupQueries groups, Forecast forecast, Clock clock) {
        this.rules = rules;
        this.queries = queries;
        this.groups = groups;
        this.forecast = forecast;
        this.clock = clock;
    }

    /**
     * What the rules are of.
     *
     * @param page null for a module itself
     */
    record Place(ModuleLine module, @Nullable PageLine page) {

        Subject subject() {
            return page == null ? new Subject.OfModule(module.id()) : new Subject.OfPage(page.id());
        }

        public boolean isPage() {
            return page != null;
        }

        public String title() {
            return page == null ? module.name() : page.title();
        }

        /** Below the product. */
        public String path() {
            return page == null ? "/content/modules/" + module.id() : "/content/pages/" + page.id();
        }
    }

    @InitBinder("form")
    void bind(WebDataBinder binder, WebRequest request) {
        if (!request.getParameterMap().keySet().stream().allMatch(FIELD.asMatchPredicate())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        binder.setDeclarativeBinding(true);
        binder.setAutoGrowCollectionLimit(MOST_ROWS);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping({PAGE, MODULE})
    String edit(
            ProductView product, @PathVariable @Nullable UUID page, @PathVariable @Nullable UUID module, Model model) {
        Curriculum curriculum = queries.curriculum(product);
        Place place = place(curriculum, page, module);
        RulesView saved = queries.rules(product.ref().id(), place.subject());
        List<GroupChoice> choices = groups.choices(product.ref().id());
        RulesForm form = RulesForm.of(saved.rules(), saved.version(), choices, behind(curriculum, place));
        return page(curriculum, place, saved, form, model);
    }

    /** Aplicar a todos los grupos, or copiar de un grupo; or only a look at what was typed. Nothing is saved. */
    @Requires(Permission.EDIT_CONTENT)
    @PostMapping(
            path = {PAGE, MODULE},
            params = "change")
    String change(
            ProductView product,
            @PathVariable @Nullable UUID page,
            @PathVariable @Nullable UUID module,
            @RequestParam String change,
            @RequestParam @Nullable UUID from,
            @RequestParam @Nullable UUID to,
            @ModelAttribute("form") @Nullable RulesForm form,
            BindingResult errors,
            Model model) {
        Curriculum curriculum = queries.curriculum(product);
        Place place = place(curriculum, page, module);
        RulesForm sent = sent(form);
        RulesForm changed =
                switch (change) {
                    case "look" -> sent.copied(null, null);
                    case "copy" -> sent.copied(from, to);
                    default -> sent.copied(id(change), null);
                };
        return page(curriculum, place, queries.rules(product.ref().id(), place.subject()), changed, model);
    }

    /** Guardar: first shows what it would change, then does it. */
    @Requires(Permission.EDIT_CONTENT)
    @PostMapping(
            path = {PAGE, MODULE},
            params = "!change")
    String save(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @PathVariable @Nullable UUID page,
            @PathVariable @Nullable UUID module,
            @ModelAttribute("form") @Nullable RulesForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Curriculum curriculum = queries.curriculum(product);
        Place place = place(curriculum, page, module);
        RulesForm sent = sent(form);
        RulesView saved = queries.rules(product.ref().id(), place.subject());
        Rules typed = sent.read(saved.rules(), place.isPage(), errors);
        AtomicBoolean asks = new AtomicBoolean();
        boolean done = Forms.submit(errors, () -> {
            StaleEdit.check(sent.opened(), saved.version());
            boolean sure = typed.equals(saved.rules()) || sent.isConfirmed();
            asks.set(!sure);
            if (sure) {
                rules.set(product.ref(), place.subject(), typed, sent.opened(), visitor.asActor());
            }
        });
        if (!done) {
            return page(curriculum, place, saved, sent, model);
        }
        if (asks.get()) {
            model.addAttribute("mark", sent.mark());
            model.addAttribute("effects", forecast.ofRules(product, place.subject(), typed));
            return page(curriculum, place, saved, sent, model);
        }
        Flash.say(redirect, "access.flash.saved", place.title());
        return "redirect:" + area.path() + "/products/" + product.ref().id() + place.path() + "/access";
    }

    private String page(Curriculum curriculum, Place place, RulesView saved, RulesForm form, Model model) {
        ProductView product = curriculum.product();
        List<GroupChoice> choices = groups.choices(product.ref().id());
        Rules ofModule = curriculum.rules(new Subject.OfModule(place.module().id()));
        Example example = new Example(ofModule, product.today(clock), product.zone());
        model.addAttribute("form", form);
        model.addAttribute("rows", RowView.of(form, example, saved.rules(), behind(curriculum, place), choices));
        model.addAttribute("groups", choices);
        model.addAttribute("place", place);
        model.addAttribute("saved", saved);
        model.addAttribute("savedAudience", RulesForm.name(saved.rules().audience()));
        model.addAttribute("moduleGroups", names(ofModule.audience(), choices));
        model.addAttribute("overriding", place.isPage() ? 0 : overriding(curriculum, place.module()));
        model.addAttribute("product", product);
        return "access/rules";
    }

    /** The rules that a page inherits from; null for a module. */
    private static @Nullable Rules behind(Curriculum curriculum, Place place) {
        return place.isPage()
                ? curriculum.rules(new Subject.OfModule(place.module().id()))
                : null;
    }

    /** The groups a module is for by name; null for all. */
    private static @Nullable List<String> names(Audience audience, List<GroupChoice> choices) {
        return audience instanceof Audience.Chosen chosen
                ? choices.stream()
                        .filter(it -> chosen.groups().contains(it.id()))
                        .map(GroupChoice::name)
                        .toList()
                : null;
    }

    private static long overriding(Curriculum curriculum, ModuleLine module) {
        return module.pages().stream()
                .filter(it -> !curriculum.rules(new Subject.OfPage(it.id())).equals(Rules.OF_A_PAGE))
                .count();
    }

    private static Place place(Curriculum curriculum, @Nullable UUID page, @Nullable UUID module) {
        if (page == null) {
            return curriculum
                    .outline()
                    .module(new ModuleId(Optional.ofNullable(module).orElseThrow()))
                    .map(it -> new Place(it, null))
                    .orElseThrow(() -> new NotFound("module"));
        }
        PageLine line = curriculum.outline().page(new PageId(page)).orElseThrow(() -> new NotFound("page"));
        return new Place(curriculum.outline().module(line.module()).orElseThrow(), line);
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException crafted) {
            return null;
        }
    }

    /** What cannot be the form at all, no browser has sent. */
    private static RulesForm sent(@Nullable RulesForm form) {
        if (form == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return form;
    }
}
