package io.cohorte.inbox.web;

import io.cohorte.areas.PeopleQueries;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.inbox.Decision;
import io.cohorte.inbox.EntryView;
import io.cohorte.web.AreaPass;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what entries hold into a reader's words, with the names of today. */
@Component
class EntryWords {

    private final MessageSource messages;
    private final PeopleQueries people;
    private final ProductQueries products;
    private final Clock clock;

    EntryWords(MessageSource messages, PeopleQueries people, ProductQueries products, Clock clock) {
        this.messages = messages;
        this.people = people;
        this.products = products;
        this.clock = clock;
    }

    /** The names of an area's products and of some of its people. */
    private record Names(Map<UUID, String> products, Map<UUID, String> people) {}

    List<EntryLine> lines(AreaPass area, List<EntryView> entries, Locale locale) {
        Names names = names(
                area,
                entries.stream().map(EntryView::decisions).flatMap(List::stream).toList());
        return entries.stream().map(it -> line(area, it, names, locale)).toList();
    }

    List<Said> said(AreaPass area, List<Decision> decisions, Locale locale) {
        Names names = names(area, decisions);
        return decisions.stream().map(it -> said(area, it, names, locale)).toList();
    }

    /** What a provider's event is called; its own name where there are no words for it. */
    String event(String event, Locale locale) {
        return messages.getMessage("inbox.event.%s".formatted(event), null, event, locale);
    }

    private Names names(AreaPass area, List<Decision> decisions) {
        List<UUID> students = decisions.stream()
                .map(Decision::student)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, String> ours = products.of(area.id()).stream()
                .collect(Collectors.toMap(it -> it.ref().id().value(), it -> it.name()));
        return new Names(ours, people.names(area.id(), students));
    }

    private EntryLine line(AreaPass area, EntryView entry, Names names, Locale locale) {
        return new EntryLine(
                entry,
                happened(entry, locale),
                Optional.ofNullable(entry.product())
                        .map(it -> names.products().get(it.value()))
                        .orElse(null),
                entry.decisions().stream()
                        .map(it -> said(area, it, names, locale))
                        .toList(),
                entry.isOpen() ? daysLeft(entry) : null);
    }

    private String happened(EntryView entry, Locale locale) {
        if (entry.event() != null) {
            return event(entry.event(), locale);
        }
        return switch (entry.state()) {
            case WAITING -> messages.getMessage("inbox.unread", null, locale);
            case BROKEN -> messages.getMessage("inbox.unreadable", null, locale);
            default -> {
                String source = messages.getMessage("inbox.source.%s".formatted(entry.source()), null, locale);
                yield messages.getMessage("inbox.untold", new Object[] {source}, locale);
            }
        };
    }

    private long daysLeft(EntryView entry) {
        return Math.max(0, Duration.between(clock.instant(), entry.keptUntil()).toDays());
    }

    private Said said(AreaPass area, Decision decision, Names names, Locale locale) {
        UUID product = decision.product();
        UUID student = decision.student();
        Object[] arguments = {
            product == null ? "" : names.products().getOrDefault(product, ""), orNone(decision.detail(), locale)
        };
        boolean page = product != null && student != null;
        return new Said(
                messages.getMessage("inbox.decision.%s".formatted(decision.code()), arguments, decision.code(), locale),
                student == null ? null : names.people().get(student),
                page ? area.path() + "/products/" + product + "/members/" + student : null);
    }

    private String orNone(@Nullable String detail, Locale locale) {
        return detail == null || detail.isBlank() ? messages.getMessage("inbox.unnamed", null, locale) : detail;
    }
}
