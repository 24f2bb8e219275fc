package io.cohorte.imports;

import io.cohorte.groups.GroupId;
import io.cohorte.imports.ImportRows.Outcome;
import io.cohorte.imports.Imports.Batch;
import io.cohorte.lists.DateOrder;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run of bringing people in. It counts what became of its lines and knows which comes next. */
@Entity
@Table(name = "imports")
class Import {

    @EmbeddedId
    private ImportKey key;

    private UUID areaId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private @Nullable UUID groupId;

    private @Nullable String groupName;

    private @Nullable LocalDate defaultAnchor;

    @Enumerated(EnumType.STRING)
    private @Nullable DateOrder dateOrder;

    private UUID startedBy;

    private Instant createdAt;

    private @Nullable Instant startedAt;

    private @Nullable Instant finishedAt;

    private int nextLine;

    @Column(name = "lines")
    private int lineCount;

    private int imported;

    private int unchanged;

    private int refused;

    @Version
    private @Nullable Long version;

    /** How its people are given. */
    enum Kind {
        BATCH,
        MANUAL
    }

    /**
     * @param lines all that are not blank
     * @param refused those among them that could not be read
     */
    private Import(
            ProductRef product, ImportId id, Kind kind, AccountId startedBy, int lines, int refused, Instant now) {
        this.key = ImportKey.of(product.id(), id);
        this.areaId = product.area().value();
        this.kind = kind;
        this.state = ImportState.WAITING;
        this.startedBy = startedBy.value();
        this.createdAt = now;
        this.nextLine = 1;
        this.lineCount = lines;
        this.refused = refused;
    }

    protected Import() {}

    /**
     * A pasted list.
     *
     * @param groupName of the group its lines go to that name none
     * @param refused lines that could not be read
     */
    static Import batch(
            ProductRef product,
            Batch batch,
            String groupName,
            AccountId startedBy,
            int lines,
            int refused,
            Instant now) {
        Import run = new Import(product, batch.id(), Kind.BATCH, startedBy, lines, refused, now);
        run.groupId = batch.group().value();
        run.groupName = groupName;
        run.defaultAnchor = batch.defaultAnchor();
        run.dateOrder = batch.order();
        return run;
    }

    /** People listed by hand, each with a role, a group and a date of their own. */
    static Import manual(ProductRef product, ImportId id, AccountId startedBy, int people, Instant now) {
        return new Import(product, id, Kind.MANUAL, startedBy, people, 0, now);
    }

    void begin(Instant now) {
        if (state == ImportState.WAITING) {
            state = ImportState.RUNNING;
            startedAt = now;
        }
    }

    /** Counts a chunk that is done; the next one begins behind its last line. */
    void advance(int lastLine, List<Outcome> outcomes) {
        nextLine = lastLine + 1;
        imported += count(outcomes, RowOutcome.IMPORTED);
        unchanged += count(outcomes, RowOutcome.UNCHANGED);
        refused += count(outcomes, RowOutcome.REFUSED);
    }

    private static int count(List<Outcome> outcomes, RowOutcome kind) {
        return (int) outcomes.stream().filter(it -> it.outcome() == kind).count();
    }

    /** Counts all lines that were not reached as refused. */
    void refuseRest() {
        refused = lineCount - imported - unchanged;
    }

    void finish(Instant now) {
        state = ImportState.FINISHED;
        finishedAt = now;
    }

    boolean isFinished() {
        return state == ImportState.FINISHED;
    }

    ImportKey key() {
        return key;
    }

    /** Where students go whose line names no group. */
    Optional<GroupId> group() {
        return Optional.ofNullable(groupId).map(GroupId::new);
    }

    AccountId startedBy() {
        return new AccountId(startedBy);
    }

    int nextLine() {
        return nextLine;
    }

    int imported() {
        return imported;
    }

    int unchanged() {
        return unchanged;
    }

    int refused() {
        return refused;
    }
}
