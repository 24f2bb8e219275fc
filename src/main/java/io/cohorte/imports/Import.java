package io.cohorte.imports;

import io.cohorte.groups.GroupId;
import io.cohorte.lists.DateOrder;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of bringing people in: read, shown, confirmed, run. It counts how its lines stand and what became of them, and
 * knows which comes next.
 */
@Entity
@Table(name = "imports")
class Import {

    /** How long after its end an import can be taken back. */
    static final Duration UNDOABLE = Duration.ofDays(30);

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

    @Enumerated(EnumType.STRING)
    private @Nullable Obstacle obstacle;

    private @Nullable String fileName;

    private UUID startedBy;

    private Instant createdAt;

    private @Nullable UUID confirmedBy;

    private @Nullable Instant confirmedAt;

    private @Nullable UUID cancelledBy;

    private @Nullable Instant startedAt;

    private @Nullable Instant finishedAt;

    private int nextLine;

    @Column(name = "lines")
    private int lineCount;

    private int readLines;

    private int enrolled;

    @Embedded
    private Tally tally;

    @Embedded
    private ImportOptions options;

    @Embedded
    private Outcomes outcomes;

    private @Nullable UUID undoes;

    @Version
    private @Nullable Long version;

    /** How its people are given. */
    enum Kind {
        BATCH,
        MANUAL,
        /** Those of another import, which it takes back. */
        UNDO
    }

    private Import(ProductRef product, ImportId id, Kind kind, ImportState state, AccountId startedBy, Instant now) {
        this.key = ImportKey.of(product.id(), id);
        this.areaId = product.area().value();
        this.kind = kind;
        this.state = state;
        this.startedBy = startedBy.value();
        this.createdAt = now;
        this.nextLine = 1;
        this.tally = Tally.NONE;
        this.options = ImportOptions.usual();
        this.outcomes = Outcomes.none(0);
    }

    protected Import() {}

    /** A list that came as text or as a file, to be read. */
    static Import list(
            ProductRef product,
            ImportId id,
            @Nullable String fileName,
            ListTerms terms,
            AccountId startedBy,
            Instant now) {
        Import run = new Import(product, id, Kind.BATCH, ImportState.READING, startedBy, now);
        run.fileName = fileName;
        run.readOn(terms);
        return run;
    }

    /** People listed by hand, each with a role, a group and a date of their own; confirmed as they are. */
    static Import manual(ProductRef product, ImportId id, AccountId startedBy, int people, Instant now) {
        Import run = new Import(product, id, Kind.MANUAL, ImportState.PREVIEW, startedBy, now);
        run.lineCount = people;
        return run;
    }

    /** Takes back what another import did, once that is looked through. */
    static Import undo(ProductRef product, ImportId id, Import undone, AccountId startedBy, Instant now) {
        Import run = new Import(product, id, Kind.UNDO, ImportState.READING, startedBy, now);
        run.undoes = undone.key.importId();
        run.lineCount = undone.lineCount;
        return run;
    }

    /** What an undo would do is known, for as many people. */
    void presentUndo(int people) {
        state = ImportState.PREVIEW;
        lineCount = people;
    }

    /** What an undo would do is otherwise than it was shown: whoever saw that has to look again. */
    void lookedAgain() {
        readLines++;
    }

    /** Has the list be read again, on other terms. */
    void readAgain(ListTerms terms) {
        state = ImportState.READING;
        readOn(terms);
    }

    private void readOn(ListTerms terms) {
        groupId = terms.group().value();
        groupName = terms.groupName();
        defaultAnchor = terms.defaultAnchor();
        dateOrder = terms.usual();
        obstacle = null;
        lineCount = 0;
        readLines = 0;
    }

    /** The list has as many lines; their order of dates is the one they were found in. */
    void found(int lines, DateOrder order) {
        lineCount = lines;
        dateOrder = order;
    }

    void readTo(int lines) {
        readLines = lines;
    }

    /** The list is read. */
    void present(Tally counted, @Nullable Obstacle found) {
        state = ImportState.PREVIEW;
        obstacle = found;
        recount(counted);
    }

    void recount(Tally counted) {
        tally = counted;
        outcomes = Outcomes.none(lineCount - counted.good());
    }

    /** Somebody agrees to a list before it is read; it is not shown then, unless something is in the way. */
    void agree(ImportOptions chosen, AccountId by, Instant now) {
        options = chosen;
        confirmedBy = by.value();
        confirmedAt = now;
    }

    void confirm(ImportOptions chosen, AccountId by, Instant now) {
        agree(chosen, by, now);
        state = ImportState.WAITING;
    }

    /** What was agreed to beforehand has to be looked at after all. */
    void ask() {
        confirmedBy = null;
        confirmedAt = null;
    }

    void begin(Instant now) {
        if (state == ImportState.WAITING) {
            state = ImportState.RUNNING;
            startedAt = now;
        }
    }

    /**
     * Counts a chunk that is done; the next one begins behind its last line.
     *
     * @param students those who were newly enrolled
     */
    void advance(int lastLine, Map<RowOutcome, Long> done, int students) {
        nextLine = lastLine + 1;
        enrolled += students;
        outcomes = outcomes.plus(done);
    }

    /** Counts all lines that were not reached as refused, or as left out. */
    void closeRest(RowOutcome as) {
        outcomes = outcomes.plus(Map.of(as, (long) lineCount - outcomes.settled()));
    }

    void finish(Instant now) {
        state = ImportState.FINISHED;
        finishedAt = now;
    }

    /** Has it stop before its next chunk. */
    void cancel(AccountId by) {
        if (cancelledBy == null) {
            cancelledBy = by.value();
        }
    }

    void stop(Instant now) {
        closeRest(RowOutcome.LEFT_OUT);
        state = ImportState.CANCELLED;
        finishedAt = now;
    }

    /** The import it takes back; empty for one that brings people in. */
    Optional<ImportKey> undoes() {
        return Optional.ofNullable(undoes).map(it -> ImportKey.of(key.product(), new ImportId(it)));
    }

    /** Whether it can still be taken back at a moment (product.md D21). */
    boolean isUndoable(Instant now) {
        return finishedAt != null && undoes == null && now.isBefore(finishedAt.plus(UNDOABLE));
    }

    boolean isToStop() {
        return cancelledBy != null;
    }

    boolean isAgreed() {
        return confirmedBy != null;
    }

    ImportState state() {
        return state;
    }

    ImportKey key() {
        return key;
    }

    /** Where students go whose line names no group. */
    Optional<GroupId> group() {
        return Optional.ofNullable(groupId).map(GroupId::new);
    }

    Optional<LocalDate> defaultAnchor() {
        return Optional.ofNullable(defaultAnchor);
    }

    Optional<Obstacle> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    Optional<DateOrder> order() {
        return Optional.ofNullable(dateOrder);
    }

    AccountId startedBy() {
        return new AccountId(startedBy);
    }

    /** In whose name people are brought in. */
    AccountId confirmedBy() {
        return new AccountId(Optional.ofNullable(confirmedBy).orElseThrow());
    }

    int nextLine() {
        return nextLine;
    }

    int readLines() {
        return readLines;
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    int lines() {
        return lineCount;
    }

    Tally tally() {
        return tally;
    }

    /** Students who were newly enrolled, without the staff. */
    int enrolled() {
        return enrolled;
    }

    ImportOptions options() {
        return options;
    }

    Outcomes outcomes() {
        return outcomes;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
