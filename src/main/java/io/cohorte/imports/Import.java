package io.cohorte.imports;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run of bringing people in. It counts what became of its lines and knows which comes next. */
@Entity
@Table(name = "imports")
class Import {

    @EmbeddedId
    private ImportKey key;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private UUID groupId;

    private String groupName;

    private LocalDate defaultAnchor;

    @Enumerated(EnumType.STRING)
    private DateOrder dateOrder;

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
        BATCH
    }

    /**
     * @param lines all that are not blank
     * @param refused those among them that could not be read
     */
    Import(
            ImportKey key,
            GroupId group,
            String groupName,
            LocalDate defaultAnchor,
            DateOrder dateOrder,
            AccountId startedBy,
            int lines,
            int refused,
            Instant now) {
        this.key = key;
        this.kind = Kind.BATCH;
        this.state = ImportState.WAITING;
        this.groupId = group.value();
        this.groupName = groupName;
        this.defaultAnchor = defaultAnchor;
        this.dateOrder = dateOrder;
        this.startedBy = startedBy.value();
        this.createdAt = now;
        this.nextLine = 1;
        this.lineCount = lines;
        this.refused = refused;
    }

    protected Import() {}

    void begin(Instant now) {
        if (state == ImportState.WAITING) {
            state = ImportState.RUNNING;
            startedAt = now;
        }
    }

    /** Counts a chunk that is done; the next one begins behind its last line. */
    void advance(int lastLine, int imported, int unchanged, int refused) {
        nextLine = lastLine + 1;
        this.imported += imported;
        this.unchanged += unchanged;
        this.refused += refused;
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

    GroupId group() {
        return new GroupId(groupId);
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
