package io.cohorte.imports;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.imports.ListRules.Held;
import io.cohorte.lists.Choices;
import io.cohorte.lists.DateFindings.Basis;
import io.cohorte.lists.DateOrder;
import io.cohorte.lists.Findings;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.RuleViolation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reading a list writes, each step a transaction. */
@CommandService
class ReadingSteps {

    private final ImportRepository imports;
    private final ImportReadings readings;
    private final ImportRows rows;
    private final Standings standings;
    private final LineCorrections corrections;
    private final Confirmations confirmations;
    private final ListRules rules;
    private final ProductQueries products;

    ReadingSteps(
            ImportRepository imports,
            ImportReadings readings,
            ImportRows rows,
            Standings standings,
            LineCorrections corrections,
            Confirmations confirmations,
            ListRules rules,
            ProductQueries products) {
        this.imports = imports;
        this.readings = readings;
        this.rows = rows;
        this.standings = standings;
        this.corrections = corrections;
        this.confirmations = confirmations;
        this.rules = rules;
        this.products = products;
    }

    /** What reading needs to know beforehand. */
    record Assignment(ProductRef product, @Nullable UUID group, Choices choices, DateOrder usual, Held held) {}

    /** Empty if the list is not to be read; else nothing is left of an earlier reading. */
    public Optional<Assignment> begin(ImportKey key) {
        return imports.findForChange(key)
                .filter(it -> it.state() == ImportState.READING)
                .map(run -> {
                    rows.delete(key);
                    ProductView product = products.get(key.product());
                    return new Assignment(
                            product.ref(),
                            run.group().orElseThrow().value(),
                            readings.choices(key),
                            run.order().orElseThrow(),
                            rules.of(product, run.defaultAnchor().orElseThrow(), run.startedBy()));
                });
    }

    public void found(ImportKey key, Findings findings) {
        readings.find(key, findings);
        forChange(key).found(findings.lines(), findings.dates().order());
    }

    public void write(ImportKey key, Assignment assignment, List<RowDraft> drafts, int linesSoFar) {
        standings.write(key, assignment.product(), assignment.group(), drafts);
        forChange(key).readTo(linesSoFar);
    }

    /** The list is read and can be shown. */
    public void finish(ImportKey key, Assignment assignment, Findings findings) {
        corrections.repeat(key, assignment.product(), assignment.group(), findings, assignment.held());
        Import run = forChange(key);
        run.present(
                standings.tally(key),
                findings.dates().basis() == Basis.CONTRADICTORY ? Obstacle.DATES_CONTRADICT : null);
    }

    /**
     * Has a list run at once that somebody agreed to before it was read; nothing happens to any other.
     *
     * @throws RuleViolation what {@link Confirmations#confirm} finds in the way
     */
    public void confirmIfAgreed(ImportKey key) {
        imports.findForChange(key)
                .filter(it -> it.isAgreed() && it.state() == ImportState.PREVIEW)
                .ifPresent(run -> {
                    ProductRef product = products.get(key.product()).ref();
                    confirmations.confirm(run, product, run.options(), run.confirmedBy());
                });
    }

    /** Somebody has to look at the list after all. */
    public void ask(ImportKey key) {
        forChange(key).ask();
    }

    public void obstruct(ImportKey key, Obstacle obstacle) {
        Import run = forChange(key);
        run.present(Tally.NONE, obstacle);
        run.ask();
    }

    private Import forChange(ImportKey key) {
        return imports.findForChange(key).orElseThrow();
    }
}
