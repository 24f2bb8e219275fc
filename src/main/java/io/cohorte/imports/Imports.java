package io.cohorte.imports;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.ProductEnrolsNobody;
import io.cohorte.lists.Choices;
import io.cohorte.lists.DateOrder;
import io.cohorte.lists.Source;
import io.cohorte.mail.Outbox;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands on imports. */
@CommandService
public class Imports {

    private final ImportRepository imports;
    private final ImportParts parts;
    private final ImportReadings readings;
    private final Standings standings;
    private final Confirmations confirmations;
    private final ManualList manual;
    private final ListRules rules;
    private final ImportJob job;
    private final ProductQueries products;
    private final GroupQueries groups;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            ImportRepository imports,
            ImportParts parts,
            ImportReadings readings,
            Standings standings,
            Confirmations confirmations,
            ManualList manual,
            ListRules rules,
            ImportJob job,
            ProductQueries products,
            GroupQueries groups,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.parts = parts;
        this.readings = readings;
        this.standings = standings;
        this.confirmations = confirmations;
        this.manual = manual;
        this.rules = rules;
        this.job = job;
        this.products = products;
        this.groups = groups;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A list as it comes.
     *
     * @param id made with the form, so that sending it twice is one import
     * @param fileName of a file; null for pasted text
     * @param defaultAnchor the day of purchase of lines without one, in the product's zone
     * @param choices how it is to be read, as far as somebody settled that
     * @param usual the order in which dates usually stand in the area's language
     */
    public record Upload(
            ImportId id,
            @Nullable String fileName,
            Source content,
            GroupId group,
            LocalDate defaultAnchor,
            Choices choices,
            DateOrder usual) {}

    /**
     * Keeps a list and has a job read it after this transaction, to be shown before anybody is brought in. Nothing
     * happens if an import of that id is there.
     *
     * @throws ProductEnrolsNobody if the product is archived
     * @throws GroupGone if the group is there no more
     * @throws PurchaseDateOutOfBounds if the default day of purchase is after tomorrow or before 1970
     */
    public ImportId take(ProductRef ref, Upload upload, AccountId by) {
        keep(ref, upload, by);
        return upload.id();
    }

    /**
     * As {@link #take}, for a list that need not be shown: it is imported as soon as it is read, unless something is in
     * its way.
     */
    public ImportId start(ProductRef ref, Upload upload, ImportOptions options, AccountId by) {
        keep(ref, upload, by).ifPresent(it -> it.agree(options, by, clock.instant()));
        return upload.id();
    }

    private Optional<Import> keep(ProductRef ref, Upload upload, AccountId by) {
        ImportKey key = ImportKey.of(ref.id(), upload.id());
        if (imports.existsById(key)) {
            return Optional.empty();
        }
        ProductView product = enrolling(ref);
        PurchaseDateOutOfBounds.check(upload.defaultAnchor(), rules.latest(product), "date");
        String groupName = groups.nameOfChosen(ref.id(), upload.group());
        ListTerms terms = new ListTerms(upload.group(), groupName, upload.defaultAnchor(), upload.usual());
        Import run = imports.saveAndFlush(Import.list(ref, upload.id(), upload.fileName(), terms, by, clock.instant()));
        readings.choose(key, upload.choices());
        try {
            parts.store(key, upload.content());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        job.scheduleReading(key);
        events.publishEvent(new ListTaken(Actor.person(by), ref, key.id(), upload.group()));
        return Optional.of(run);
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
     * @throws NothingToImport if nobody on it can be brought in
     * @throws QuotaExceeded if more students would be enrolled than the area has left
     */
    public ImportId startManual(ProductRef ref, ImportId id, List<ListedPerson> people, AccountId by) {
        ImportKey key = ImportKey.of(ref.id(), id);
        if (imports.existsById(key)) {
            return id;
        }
        List<RowDraft> rows = manual.read(enrolling(ref), people, by);
        if (rows.isEmpty()) {
            throw new EmptyImport();
        }
        Import run = imports.saveAndFlush(Import.manual(ref, id, by, rows.size(), clock.instant()));
        standings.write(key, ref, null, rows);
        run.recount(standings.tally(key));
        confirmations.confirm(run, ref, ImportOptions.usual(), by);
        return id;
    }

    /**
     * Has an import stop before its next chunk; what is done stays. Nothing happens to one that is over, or is no more
     * than a preview.
     */
    public void cancel(ProductRef ref, ImportId id, AccountId by) {
        Import run = imports.findForChange(ImportKey.of(ref.id(), id)).orElseThrow(() -> new NotFound("import"));
        if (run.state().isConfirmed() && !run.state().isOver() && !run.isToStop()) {
            run.cancel(by);
            events.publishEvent(new ImportCancelled(Actor.person(by), ref, id));
        }
    }

    /**
     * Has the mails sent that an import holds.
     *
     * @return how many
     */
    public int releaseMail(ProductRef ref, ImportId id, AccountId by) {
        if (!imports.existsById(ImportKey.of(ref.id(), id))) {
            throw new NotFound("import");
        }
        int released = outbox.releaseAll(id.value());
        if (released > 0) {
            events.publishEvent(new ImportMailReleased(Actor.person(by), ref, id, released));
        }
        return released;
    }

    private ProductView enrolling(ProductRef ref) {
        ProductView product = products.get(ref);
        if (product.archived()) {
            throw new ProductEnrolsNobody();
        }
        return product;
    }
}
