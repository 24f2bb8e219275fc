package io.cohorte.comments;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * Which comments of an area moderators look at.
 *
 * @param product null for all
 * @param group of that product; null for all
 * @param text part of what was written; empty for anything
 */
public record QueueFilter(
        Kind kind, @Nullable ProductId product, @Nullable GroupId group, String text) {

    /** Each is where comments are of one state, but for those that were reported and nobody answered, and all of them. */
    public enum Kind {
        PENDING("c.state = 'PENDING'"),
        REPORTED(
                "EXISTS (SELECT FROM comment_reports o WHERE o.product_id = c.product_id AND o.comment_id = c.comment_id AND o.settled_at IS NULL)"),
        APPROVED("c.state = 'APPROVED'"),
        HIDDEN("c.state = 'HIDDEN'"),
        SPAM("c.state = 'SPAM'"),
        ALL("true");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    public boolean narrows() {
        return product != null || !text.isEmpty();
    }
}
