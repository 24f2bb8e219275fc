package io.cohorte.console;

import io.cohorte.areas.PeopleQueries;
import io.cohorte.areas.PeopleQueries.PersonView;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.PageId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Requires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** ¿Por qué no lo ve?: choose a person and a page, and read what decides (product.md part 3, 1). */
@Controller
@RequestMapping("/areas/{area}/products/{product}/explain")
class ExplainController {

    private static final int MOST_PEOPLE = 20;

    /** What an input for a day and a time sends. */
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Explainer explainer;
    private final ContentQueries content;
    private final PeopleQueries people;
    private final Clock clock;

    ExplainController(Explainer explainer, ContentQueries content, PeopleQueries people, Clock clock) {
        this.explainer = explainer;
        this.content = content;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The question.
     *
     * @param q part of a name or address, as long as nobody is chosen
     * @param at another moment than now, in the product's zone (product.md D27)
     */
    record Question(
            @Nullable String q,
            @Nullable UUID student,
            @Nullable UUID page,

            @Nullable @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm")
            LocalDateTime at) {

        Instant moment(ProductView product, Clock clock) {
            return at == null ? clock.instant() : at.atZone(product.zone()).toInstant();
        }

        /** The moment as its input shows it; null for now. */
        public @Nullable String typedAt() {
            return at == null ? null : TYPED.format(at);
        }
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping
    String ask(
            AreaPass area,
            ProductView product,
            @ModelAttribute("question") Question question,
            BindingResult errors,
            Model model) {
        Question asked =
                errors.hasErrors() ? new Question(question.q(), question.student(), question.page(), null) : question;
        Instant moment = asked.moment(product, clock);
        List<PersonView> found = asked.student() == null && asked.q() != null
                ? people.find(area.id(), asked.q(), MOST_PEOPLE)
                : List.of();
        UUID student = found.size() == 1 ? found.get(0).account().value() : asked.student();
        model.addAttribute("question", asked);
        model.addAttribute("outline", content.outline(product.ref().id()));
        model.addAttribute("found", found);
        model.addAttribute("student", student);
        model.addAttribute("moment", moment);
        model.addAttribute("product", product);
        if (student != null) {
            AccountId person = new AccountId(student);
            model.addAttribute("person", people.get(area.id(), person));
            if (asked.page() == null) {
                model.addAttribute("verdicts", explainer.verdicts(product, person, moment));
            } else {
                model.addAttribute("explanation", explainer.explain(product, person, new PageId(asked.page()), moment));
            }
        }
        return "console/explain";
    }
}
