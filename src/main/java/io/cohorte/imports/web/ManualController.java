package io.cohorte.imports.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.Imports;
import io.cohorte.imports.ListedPerson;
import io.cohorte.lists.ListRole;
import io.cohorte.shared.Permission;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/** Importar usuarios > Manualmente. Until Importar the list lives in the form alone: nothing is kept of it here. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/imports/manual")
class ManualController {

    /** Anything, but of the list only what fits the places of 200 people. */
    private static final Pattern FIELD = Pattern.compile("(?!people).*|people\\[1?\\d{1,2}]\\.\\w+");

    private final Imports imports;
    private final GroupQueries groups;
    private final Clock clock;

    ManualController(Imports imports, GroupQueries groups, Clock clock) {
        this.imports = imports;
        this.groups = groups;
        this.clock = clock;
    }

    /** A list with places that no page has is not the form; for the rest, records are bound by constructors alone. */
    @InitBinder("form")
    void bind(WebDataBinder binder, WebRequest request) {
        if (!request.getParameterMap().keySet().stream().allMatch(FIELD.asMatchPredicate())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        binder.setDeclarativeBinding(true);
    }

    @Requires(Permission.MANAGE)
    @GetMapping
    String begin(AreaPass area, ProductView product, Model model) {
        return page(
                area,
                product,
                new ManualForm(
                        ImportId.next().value(),
                        "",
                        "",
                        ListRole.STUDENT,
                        groups.choices(product.ref().id()).get(0).id().value(),
                        product.today(clock).toString(),
                        List.of()),
                model);
    }

    /** Agregar a la lista. */
    @Requires(Permission.MANAGE)
    @PostMapping(params = {"add", "!drop"})
    String add(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @ModelAttribute("form") @Nullable ManualForm form,
            BindingResult errors,
            Model model) {
        ManualForm sent = sent(form);
        boolean done =
                submit(sent, true, errors, people -> imports.checkManual(product.ref(), people, visitor.account()));
        return page(area, product, done ? sent.added() : sent, model);
    }

    /** Quitar. */
    @Requires(Permission.MANAGE)
    @PostMapping(params = "drop")
    String drop(
            AreaPass area,
            ProductView product,
            @RequestParam int drop,
            @ModelAttribute("form") @Nullable ManualForm form,
            BindingResult errors,
            Model model) {
        return page(area, product, sent(form).without(drop), model);
    }

    /** Importar, with whoever was typed last but not added. */
    @Requires(Permission.MANAGE)
    @PostMapping(params = {"!add", "!drop"})
    String start(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") @Nullable ManualForm form,
            BindingResult errors,
            Model model) {
        ManualForm sent = sent(form);
        boolean done = submit(
                sent,
                false,
                errors,
                people -> imports.startManual(product.ref(), new ImportId(sent.id()), people, visitor.account()));
        return done
                ? "redirect:" + area.path() + "/products/" + product.ref().id() + "/imports/" + sent.id()
                : page(area, product, sent, model);
    }

    /** What cannot be the form at all, no browser has sent. */
    private static ManualForm sent(@Nullable ManualForm form) {
        if (form == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return form;
    }

    private static boolean submit(
            ManualForm form, boolean typedToo, BindingResult errors, Consumer<List<ListedPerson>> command) {
        List<ListedPerson> people = form.read(typedToo, errors);
        if (errors.hasErrors()) {
            return false;
        }
        try {
            command.accept(people);
            return true;
        } catch (RuleViolation broken) {
            errors.rejectValue(form.fieldOf(broken), broken.code(), broken.arguments(), broken.code());
            return false;
        }
    }

    private String page(AreaPass area, ProductView product, ManualForm form, Model model) {
        List<GroupChoice> choices = groups.choices(product.ref().id());
        model.addAttribute("form", form);
        model.addAttribute("groups", choices);
        model.addAttribute(
                "groupNames",
                choices.stream().collect(Collectors.toMap(it -> it.id().value(), GroupChoice::name)));
        model.addAttribute(
                "roles",
                Arrays.stream(ListRole.values())
                        .filter(it -> it != ListRole.ADMINISTRATOR || area.allows(Permission.OWN_AREA))
                        .toList());
        model.addAttribute("latest", product.today(clock).plusDays(1));
        model.addAttribute("product", product);
        return "imports/manual";
    }
}
