package io.cohorte.access;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A page as a student finds it, for whom the product itself is open.
 *
 * @param opens when it opens; null unless the state says that it does
 */
public record Cell(CellState state, @Nullable Instant opens) {

    private static final Cell OPEN = new Cell(CellState.OPEN, null);
    private static final Cell EXPIRED = new Cell(CellState.EXPIRED, null);
    private static final Cell HIDDEN = new Cell(CellState.HIDDEN, null);
    private static final Cell PASSWORD = new Cell(CellState.PASSWORD, null);

    /**
     * For whoever has access to the product at that moment. Of several reasons the one that lasts longest: hidden, then over, then too early, then the password.
     */
    public static Cell of(PageFacts page, StudentFacts student, Instant moment, ZoneId zone) {
        Decision decision = AccessPolicies.decide(page, student, moment, zone);
        if (decision.isGranted()) {
            return OPEN;
        }
        if (decision.check(Policy.MODULE_PUBLISHED).isFailed()
                || decision.check(Policy.PAGE_PUBLISHED).isFailed()
                || decision.check(Policy.AUDIENCE).isFailed()) {
            return HIDDEN;
        }
        Check expiry = decision.check(Policy.NOT_EXPIRED);
        Check release = decision.check(Policy.RELEASED);
        Instant opens = release.at();
        boolean neverOpens = opens != null && expiry.at() != null && !opens.isBefore(expiry.at());
        if (expiry.isFailed() || neverOpens) {
            return EXPIRED;
        }
        return release.isFailed() ? new Cell(CellState.OPENS, opens) : PASSWORD;
    }
}
