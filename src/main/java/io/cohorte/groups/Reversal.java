package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import java.time.LocalDate;
import java.util.Set;

/**
 * What becomes of a student whom an import is taken back from (product.md D21).
 *
 * @param because why they are kept as they are; empty for anybody else
 * @param group where they are, as it is called now
 * @param groupAfter where they go; of one who leaves, the place to which they would come back
 * @param formerGroupGone whether that is the default group because their former one was deleted
 */
public record Reversal(
        AccountId student,
        Effect effect,
        Set<Trace> because,
        GroupId group,
        String groupName,
        LocalDate anchor,
        GroupId groupAfter,
        String groupNameAfter,
        LocalDate anchorAfter,
        boolean formerGroupGone) {

    /** What taking back does to somebody. */
    public enum Effect {
        /** The membership is deleted: the import made it, and it rests on nothing else. */
        VANISHES,
        /** They are out again, as they were before. */
        LEAVES,
        MOVES_BACK,
        DATE_RETURNS,
        KEPT
    }
}
