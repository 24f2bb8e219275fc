package io.cohorte.imports;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.ProductEnrolsNobody;
import io.cohorte.imports.ListRules.Held;
import io.cohorte.lists.Choices;
import io.cohorte.lists.DateFindings.Basis;
import io.cohorte.lists.Findings;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The door for what can be done with a list before it is imported: read it otherwise, mend its lines, confirm it. */
@CommandService
public class Previews {

    private final ImportRepository imports;
    private final ImportReadings readings;
    private final ImportRows rows;
    private final ImportParts parts;
    private final Standings standings;
    private final LineCorrections corrections;
    private final Confirmations confirmations;
    private final ListRules rules;
    private final ImportJob job;
    private final ProductQueries products;
    private final GroupQueries groups;

    Previews(
            ImportRepository imports,
            ImportReadings readings,
            ImportRows rows,
            ImportParts parts,
            Standings standings,
            LineCorrections corrections,
            Confirmations confirmations,
            ListRules rules,
            ImportJob job,
            ProductQueries products,
            GroupQueries groups) {
        this.imports = imports;
        this.readings = readings;
        this.rows = rows;
        this.parts = parts;
        this.standings = standings;
        this.corrections = corrections;
        this.confirmations = confirmations;
        this.rules = rules;
        this.job = job;
        this.products = products;
        this.groups = groups;
    }

    /** What came of a confirmation. */
    public enum Confirmed {
        /** The import runs, or did already. */
        YES,
        /** Somebody changed the list or its people since it was shown: nothing was done but to look again. */
        LOOK_AGAIN
    }

    /**
     * Has a list be read again, as somebody knows it is meant.
     *
     * @throws NoPreviewNow if it is being read or was confirmed
     * @throws io.cohorte.groups.GroupGone if the product has no such group any more
     * @throws PurchaseDateOutOfBounds if the default day of purchase is after tomorrow or before 1970
     */
    public void readAgain(ProductRef ref, ImportId id, Choices choices, GroupId group, LocalDate defaultAnchor) {
        Import run = preview(ref, id);
        PurchaseDateOutOfBounds.check(defaultAnchor, rules.latest(products.get(ref)), "date");
        String groupName = groups.nameOfChosen(ref.id(), group);
        run.readAgain(new ListTerms(group, groupName, defaultAnchor, run.order().orElseThrow()));
        readings.choose(run.key(), choices);
        job.scheduleReading(run.key());
    }

    /**
     * Reads refused lines again as they were corrected; a line that is not refused stays as it is.
     *
     * @param corrected by number of line
     * @throws NoPreviewNow if the list is being read or was confirmed
     */
    public void correct(ProductRef ref, ImportId id, Map<Integer, String> corrected) {
        Import run = preview(ref, id);
        ProductView product = products.get(ref);
        Held held = rules.of(product, run.defaultAnchor().orElseThrow(), run.startedBy());
        Findings findings = readings.findings(run.key()).orElseThrow();
        UUID group = run.group().orElseThrow().value();
        corrected.forEach((line, raw) -> {
            readings.correct(run.key(), line, raw);
            corrections.apply(run.key(), ref, group, findings, held, line, raw);
        });
        run.recount(standings.tally(run.key()));
    }

    /**
     * Lets a list be imported as it is shown. Confirmed twice, it is imported once.
     *
     * @param seen the version that was shown
     * @param datesAgreed whether somebody looked at dates which nothing in the list tells the order of
     * @throws NoPreviewNow if the list is being read
     * @throws DatesUnconfirmed if the order of dates is only assumed and was not agreed to
     * @throws ProductEnrolsNobody if the product is archived
     * @throws NothingToImport if every line is refused
     * @throws LinesRefused if some are, and the import is to be all or none
     * @throws io.cohorte.groups.GroupGone if the group of the list is there no more
     * @throws QuotaExceeded if more students would be enrolled than the area has left
     */
    public Confirmed confirm(
            ProductRef ref, ImportId id, ImportOptions options, boolean datesAgreed, long seen, AccountId by) {
        Import run = forChange(ref, id);
        if (run.state().isConfirmed()) {
            return Confirmed.YES;
        }
        if (run.state() != ImportState.PREVIEW || run.undoes().isPresent()) {
            throw new NoPreviewNow();
        }
        if (products.get(ref).archived()) {
            throw new ProductEnrolsNobody();
        }
        if (run.version() != seen
                || standings.check(run.key(), ref, run.group().orElseThrow().value()) > 0) {
            run.recount(standings.tally(run.key()));
            return Confirmed.LOOK_AGAIN;
        }
        if (!datesAgreed && readings.findings(run.key()).orElseThrow().dates().basis() == Basis.ASSUMED) {
            throw new DatesUnconfirmed();
        }
        confirmations.confirm(run, ref, options, by);
        return Confirmed.YES;
    }

    /** Forgets a list that nobody confirmed; nothing happens if that was done already. */
    public void discard(ProductRef ref, ImportId id) {
        ImportKey key = ImportKey.of(ref.id(), id);
        imports.findForChange(key).ifPresent(run -> {
            if (run.state().isConfirmed() || run.undoes().isPresent()) {
                throw new NoPreviewNow();
            }
            rows.delete(key);
            parts.delete(key);
            readings.forgetCorrections(key);
            imports.delete(run);
        });
    }

    private Import preview(ProductRef ref, ImportId id) {
        Import run = forChange(ref, id);
        if (run.state() != ImportState.PREVIEW || run.undoes().isPresent()) {
            throw new NoPreviewNow();
        }
        return run;
    }

    private Import forChange(ProductRef ref, ImportId id) {
        return imports.findForChange(ImportKey.of(ref.id(), id)).orElseThrow(() -> new NotFound("import"));
    }
}
