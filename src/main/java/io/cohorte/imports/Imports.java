package io.cohorte.imports;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.ProductEnrolsNobody;
import io.cohorte.imports.ParsedLine.Problem;
import io.cohorte.lists.DateOrder;
import io.cohorte.lists.TooManyLines;
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
    private final ManualList manual;
    private final ImportJob job;
    private final ProductQueries products;
    private final GroupQueries groups;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            ImportRepository imports,
            ImportRows rows,
            ManualList manual,
            ImportJob job,
            ProductQueries products,
            GroupQueries groups,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.manual = manual;
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
     * @throws PurchaseDateOutOfBounds if the default day of purchase is after tomorrow or before 1970
     */
    public ImportId start(ProductRef ref, Batch batch, AccountId by) {
        ImportKey key = ImportKey.of(ref.id(), batch.id());
        if (imports.existsById(key)) {
            return batch.id();
        }
        ProductView product = enrolling(ref);
        LocalDate latest = product.today(clock).plusDays(1);
        PurchaseDateOutOfBounds.check(batch.defaultAnchor(), latest, "date");
        String groupName = groups.nameOfChosen(ref.id(), batch.group());
        List<ParsedLine> lines = ImportText.parse(
                batch.text(), new ImportText.Settings(batch.order(), batch.defaultAnchor(), latest), MOST_LINES);
        if (lines.isEmpty()) {
            throw new EmptyImport();
        }
        int refused = (int)
                lines.stream().filter(it -> it.content() instanceof Problem).count();
        imports.saveAndFlush(Import.batch(ref, batch, groupName, by, lines.size(), refused, clock.instant()));
        rows.storeText(key, batch.text());
        rows.store(key, lines);
        job.schedule(key);
        events.publishEvent(new ImportStarted(Actor.person(by), ref, key.id(), batch.group(), lines.size(), refused));
        return key.id();
    }

    /**
     * Looks a list of people through, as {@link #startManual} does.
     *
     * @throws ProductEnrolsNobody if the product is archived
     * @throws ListIsFull beyond 200 people
     * @throws ListedTwice if an address stands there twice
     * @throws GroupGone if a group is there no more
     * @throws PurchaseDateOutOfBounds if a day of purchase is after tomorrow or before 1970
     * @throws MayNotGiveRole if somebody is to become what {@code by} may not make them
     */
    public void checkManual(ProductRef ref, List<ListedPerson> people, AccountId by) {
        manual.read(enrolling(ref), people, by);
    }

    /**
     * Stores people listed by hand and has a job bring them in after this transaction. Nothing happens if an import of
     * that id is there. The rules of {@link #checkManual} hold; each names the place on the list that breaks it.
     *
     * @param id made with the form, so that sending it twice is one import
     * @throws EmptyImport if there is nobody on the list
     */
    public ImportId startManual(ProductRef ref, ImportId id, List<ListedPerson> people, AccountId by) {
        ImportKey key = ImportKey.of(ref.id(), id);
        if (imports.existsById(key)) {
            return id;
        }
        List<ParsedLine> lines = manual.read(enrolling(ref), people, by);
        if (lines.isEmpty()) {
            throw new EmptyImport();
        }
        imports.saveAndFlush(Import.manual(ref, id, by, lines.size(), clock.instant()));
        rows.store(key, lines);
        job.schedule(key);
        events.publishEvent(new ImportStarted(Actor.person(by), ref, id, null, lines.size(), 0));
        return id;
    }

    private ProductView enrolling(ProductRef ref) {
        ProductView product = products.get(ref);
        if (product.archived()) {
            throw new ProductEnrolsNobody();
        }
        return product;
    }
}
