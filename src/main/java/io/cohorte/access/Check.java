package io.cohorte.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one policy answered.
 *
 * @param reason why it failed; null unless it did
 * @param at the instant that decided: of the block, the end, the release or the expiry; null where there is none
 */
public record Check(
        Policy policy,
        Outcome outcome,
        @Nullable Reason reason,
        @Nullable Instant at) {

    public enum Outcome {
        PASSED,
        FAILED,
        /** It asks of a student's place, and there is none. */
        NOT_ASKED
    }

    static Check passed(Policy policy) {
        return new Check(policy, Outcome.PASSED, null, null);
    }

    static Check passed(Policy policy, @Nullable Instant at) {
        return new Check(policy, Outcome.PASSED, null, at);
    }

    static Check failed(Policy policy, Reason reason, @Nullable Instant at) {
        return new Check(policy, Outcome.FAILED, reason, at);
    }

    static Check notAsked(Policy policy) {
        return new Check(policy, Outcome.NOT_ASKED, null, null);
    }

    public boolean isFailed() {
        return outcome == Outcome.FAILED;
    }
}
