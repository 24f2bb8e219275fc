package io.cohorte.console;

import io.cohorte.audit.AuditEntry;
import io.cohorte.console.AuditLine.Named;
import io.cohorte.console.AuditNames.Names;
import io.cohorte.groups.StudentsCorrected;
import io.cohorte.groups.StudentsEnrolled;
import io.cohorte.groups.StudentsMoved;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import io.cohorte.web.AreaPass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns entries of the audit into lines somebody can read. */
@Component
class AuditLines {

    /** Acts on many: their subject is the command, and each person's history tells the rest. */
    private static final Set<String> ON_MANY = Set.of(
            StudentsMoved.class.getSimpleName(),
            StudentsCorrected.class.getSimpleName(),
            StudentsEnrolled.class.getSimpleName());

    private final AuditNames names;
    private final AuditWords words;

    AuditLines(AuditNames names, AuditWords words) {
        this.names = names;
        this.words = words;
    }

    List<AuditLine> of(AreaPass area, List<AuditEntry> entries, Locale locale) {
        Names known = names.of(area.id(), entries);
        return entries.stream().map(it -> line(area, it, known, locale)).toList();
    }

    private AuditLine line(AreaPass area, AuditEntry entry, Names known, Locale locale) {
        return new AuditLine(
                entry,
                actor(area, entry.actor(), known, locale),
                words.kind(entry.kind(), locale),
                product(area, entry.product(), known),
                subject(area, entry, known, locale),
                words.changes(entry, known, locale));
    }

    private Named actor(AreaPass area, @Nullable AccountId actor, Names known, Locale locale) {
        return actor == null
                ? new Named(words.program(locale), null, true)
                : person(actor.value(), known, actsOf(area, actor.value()));
    }

    private static @Nullable Named product(AreaPass area, @Nullable ProductId product, Names known) {
        if (product == null) {
            return null;
        }
        String name = known.products().get(product.value());
        return name == null
                ? new Named(product.toString(), null, false)
                : new Named(name, productPath(area, product), true);
    }

    private @Nullable Named subject(AreaPass area, AuditEntry entry, Names known, Locale locale) {
        UUID subject = entry.subject();
        ProductId product = entry.product();
        boolean itself = subject.equals(area.id().value()) || (product != null && subject.equals(product.value()));
        if (itself || ON_MANY.contains(entry.kind())) {
            return null;
        }
        if (known.people().containsKey(subject)) {
            return person(
                    subject,
                    known,
                    product == null ? actsOf(area, subject) : productPath(area, product) + "/members/" + subject);
        }
        if (product != null && entry.kind().startsWith("Import")) {
            return new Named(words.importRun(locale), productPath(area, product) + "/imports/" + subject, true);
        }
        return Optional.ofNullable(known.things().get(subject))
                .map(it -> new Named(it, null, true))
                .orElseGet(() -> new Named(subject.toString(), null, false));
    }

    private static Named person(UUID person, Names known, String href) {
        String name = known.people().get(person);
        return name == null ? new Named(person.toString(), href, false) : new Named(name, href, true);
    }

    private static String actsOf(AreaPass area, UUID person) {
        return area.path() + "/audit?person=" + person;
    }

    private static String productPath(AreaPass area, ProductId product) {
        return area.path() + "/products/" + product;
    }
}
