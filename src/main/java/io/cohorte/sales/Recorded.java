package io.cohorte.sales;

import io.cohorte.shared.AccountId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What recording an event did.
 *
 * @param purchase it is about
 * @param student null while none of the purchase is approved
 * @param effects in the order in which they are told; never empty
 */
public record Recorded(UUID purchase, @Nullable AccountId student, List<Effect> effects) {

    /** One thing it did. Shown in words by {@code sales.effect.<name>}. */
    public enum Effect {
        /** The buyer is in. */
        JOINED,
        /** The buyer is in again after every grant had ended. */
        REJOINED,
        /** The buyer was in already; the purchase is another reason to be. */
        ADDED,
        /** The purchase, or the end of one, decides on another group. */
        MOVED,
        /** The day the content counts from is another. */
        REDATED,
        /** Another payment of a subscription: nobody moves (D2). */
        RENEWED,
        SUSPENDED,
        RESUMED,
        /** Access ends, now or on a day that is known. */
        ENDED,
        ENDS_LATER,
        /** The purchase ended, another grant keeps the student in. */
        STILL_IN,
        /** Staff keep the buyer out, so the purchase opens nothing (D5). */
        BLOCKED,
        /** Money went back in part, or the setting is to go on: somebody should look. */
        ATTENTION,
        /** The guarantee is over. */
        COMPLETED,
        /** Known before under the same id. */
        KNOWN,
        /** Kept; there is no approved payment it could change yet. */
        KEPT
    }
}
