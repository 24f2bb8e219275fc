package io.cohorte.console;

import io.cohorte.areas.PeopleQueries;
import io.cohorte.areas.PeopleQueries.PersonView;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.mail.MailFilter;
import io.cohorte.mail.MailQueries;
import io.cohorte.mail.MailState;
import io.cohorte.mail.MailView;
import io.cohorte.mail.MessageKey;
import io.cohorte.mail.Outbox;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Keyset;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Correos: what an area sent to whom, and what became of it. */
@Controller
@RequestMapping("/areas/{area}/mail")
class MailController {

    /** More people than these are not worth reading through: one types more of the name. */
    private static final int MOST_PEOPLE = 20;

    private final MailQueries mail;
    private final Outbox outbox;
    private final PeopleQueries people;
    private final ProductQueries products;

    MailController(MailQueries mail, Outbox outbox, PeopleQueries people, ProductQueries products) {
        this.mail = mail;
        this.outbox = outbox;
        this.people = people;
        this.products = products;
    }

    /**
     * What somebody asks the page for.
     *
     * @param q a name or address, or part of one, as typed
     * @param person one chosen; it goes before what is typed
     */
    record MailRequest(
            @Nullable String q,
            @Nullable UUID person,
            @Nullable MailState state) {

        /** What was typed, unless somebody was chosen since. */
        public Optional<String> typed() {
            return Optional.ofNullable(q).map(String::strip).filter(it -> person == null && !it.isEmpty());
        }

        MailRequest of(UUID chosen) {
            return new MailRequest(null, chosen, state);
        }
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping
    String list(
            AreaPass area,
            MailRequest asked,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        List<PersonView> found =
                asked.typed().map(it -> people.find(area.id(), it, MOST_PEOPLE)).orElse(List.of());
        MailRequest request =
                found.size() == 1 ? asked.of(found.get(0).account().value()) : asked;
        model.addAttribute("asked", request);
        model.addAttribute("states", MailState.values());
        model.addAttribute("serverSet", mail.isServerSet());
        model.addAttribute("unreachableSince", mail.unreachableSince().orElse(null));
        if (request.typed().isPresent()) {
            model.addAttribute("candidates", found);
            return "console/mail";
        }
        AccountId person =
                Optional.ofNullable(request.person()).map(AccountId::new).orElse(null);
        Keyset.Page<MailView> page =
                mail.page(new MailFilter(area.id(), request.state(), person), Keyset.Request.of(after, before));
        model.addAttribute("page", page);
        model.addAttribute("counts", mail.counts(area.id(), person));
        model.addAttribute("names", names(area, page.rows()));
        model.addAttribute("products", productNames(area));
        model.addAttribute("personName", person == null ? null : name(area, person));
        return "console/mail";
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping("/{cause}/{person}/{kind}")
    String show(
            AreaPass area,
            @PathVariable UUID cause,
            @PathVariable UUID person,
            @PathVariable String kind,
            Model model) {
        MailView view = mail.get(area.id(), new MessageKey(cause, new AccountId(person), kind));
        model.addAttribute("mail", view);
        model.addAttribute("bodies", mail.bodies(view.key()));
        model.addAttribute("name", name(area, view.account()));
        model.addAttribute("products", productNames(area));
        return "console/mail-message";
    }

    @Requires(Permission.SERVE_STUDENTS)
    @PostMapping("/{cause}/{person}/{kind}/resend")
    String resend(
            AreaPass area,
            @PathVariable UUID cause,
            @PathVariable UUID person,
            @PathVariable String kind,
            Visitor visitor,
            RedirectAttributes redirect) {
        MailView view = mail.get(area.id(), new MessageKey(cause, new AccountId(person), kind));
        try {
            outbox.resend(area.id(), view.key(), visitor.asActor());
            Flash.say(
                    redirect,
                    mail.isServerSet() ? "mail.flash.resent" : "mail.flash.waits",
                    name(area, view.account()));
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
        }
        return "redirect:" + area.path() + "/mail" + view.path();
    }

    private Map<UUID, String> names(AreaPass area, List<MailView> rows) {
        return people.names(
                area.id(), rows.stream().map(it -> it.account().value()).collect(Collectors.toSet()));
    }

    private String name(AreaPass area, AccountId person) {
        return people.names(area.id(), List.of(person.value())).getOrDefault(person.value(), person.toString());
    }

    private Map<UUID, String> productNames(AreaPass area) {
        return products.of(area.id()).stream()
                .collect(Collectors.toMap(it -> it.ref().id().value(), it -> it.name()));
    }
}
