package io.cohorte.imports;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.ProductEnrolsNobody;
import io.cohorte.imports.ParsedLine.Problem;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands on imports. */
@CommandService
public class Imports {

    /** Lines one import takes. */
    static final int MOST_LINES = 100_000;

    private final ImportRepository imports;
    private final ImportRows rows;
    private final ImportJob job;
    private final ProductQueries products;
    private final GroupQueries groups;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            ImportRepository imports,
            ImportRows rows,
            ImportJob job,
            ProductQueries products,
            GroupQueries groups,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.job = job;
        this.products = products;
        this.groups = groups;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is to be imported.
     *
     * @param id made with the form, so that sending it twice is one import
     * @param defaultAnchor the day of purchase of lines without one, in the product's zone
     */
    public record Batch(ImportId id, String text, GroupId group, LocalDate defaultAnchor, DateOrder order) {}

    /**
     * Stores a pasted list and has a job bring its people in after this transaction. Nothing happens if an import of
     * that id is there.
     *
     * @throws ProductEnrolsNobody if the product is archived
     * @throws GroupGone if the group is there no more
     * @throws EmptyImport if there is nothing in it
     * @throws TooManyLines beyond 100,000 lines
     * @throws DefaultDateOutOfBounds if the default day of purchase is after tomorrow or before 1970
     */
    public ImportId start(ProductRef ref, Batch batch, AccountId by) {
        ImportKey key = ImportKey.of(ref.id(), batch.id());
        if (imports.existsById(key)) {
            return batch.id();
        }
        ProductView product = products.get(ref);
        if (product.archived()) {
            throw new ProductEnrolsNobody();
        }
        LocalDate latest = product.today(clock).plusDays(1);
        if (batch.defaultAnchor().isAfter(latest) || batch.defaultAnchor().getYear() < 1970) {
            throw new DefaultDateOutOfBounds(latest);
        }
        String groupName = groups.nameOfChosen(ref.id(), batch.group());
        List<ParsedLine> lines = ImportText.parse(
                batch.text(), new ImportText.Settings(batch.order(), batch.defaultAnchor(), latest), MOST_LINES);
        if (lines.isEmpty()) {
            throw new EmptyImport();
        }
        int refused = (int)
                lines.stream().filter(it -> it.content() instanceof Problem).count();
        imports.saveAndFlush(new Import(
                key,
                batch.group(),
                groupName,
                batch.defaultAnchor(),
                batch.order(),
                by,
                lines.size(),
                refused,
                clock.instant()));
        rows.store(key, batch.text(), lines);
        job.schedule(key);
        events.publishEvent(new ImportStarted(Actor.person(by), ref, key.id(), batch.group(), lines.size(), refused));
        return key.id();
    }
}
