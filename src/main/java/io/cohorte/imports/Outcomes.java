package io.cohorte.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Map;

/** How many lines, or people of an undo, came to what. */
@Embeddable
public record Outcomes(
        @Column(name = "imported") int imported,
        @Column(name = "moved") int moved,
        @Column(name = "redated") int redated,
        @Column(name = "unchanged") int unchanged,
        @Column(name = "refused") int refused,
        @Column(name = "left_out") int leftOut,
        @Column(name = "taken_out") int takenOut) {

    static Outcomes none(int refused) {
        return new Outcomes(0, 0, 0, 0, refused, 0, 0);
    }

    Outcomes plus(Map<RowOutcome, Long> more) {
        return new Outcomes(
                imported + count(more, RowOutcome.IMPORTED),
                moved + count(more, RowOutcome.MOVED),
                redated + count(more, RowOutcome.REDATED),
                unchanged + count(more, RowOutcome.UNCHANGED),
                refused + count(more, RowOutcome.REFUSED),
                leftOut + count(more, RowOutcome.LEFT_OUT),
                takenOut + count(more, RowOutcome.TAKEN_OUT));
    }

    private static int count(Map<RowOutcome, Long> counts, RowOutcome kind) {
        return counts.getOrDefault(kind, 0L).intValue();
    }

    /** Lines that have their outcome. */
    public int settled() {
        return imported + moved + redated + unchanged + refused + leftOut + takenOut;
    }
}
