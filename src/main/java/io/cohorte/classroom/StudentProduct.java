package io.cohorte.classroom;

import io.cohorte.access.AccessPolicies;
import io.cohorte.access.Check;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.AreaLook;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A product in somebody's library.
 *
 * @param seat theirs in it
 * @param enrolledAt when the newest of the student's grants began
 * @param lastActiveAt when the student last opened a page; null for who opened none
 */
public record StudentProduct(
        Seat seat, Instant enrolledAt, @Nullable Instant lastActiveAt) {

    /**
     * How somebody stands in a product.
     *
     * @param moment of {@code LIVE} when it ends, null for life; of the others since when, null where nobody knows
     */
    public record Standing(State state, @Nullable Instant moment) {

        public boolean isLive() {
            return state == State.LIVE;
        }
    }

    public enum State {
        LIVE,
        SUSPENDED,
        ENDED,
        BLOCKED
    }

    public ProductRef ref() {
        return seat.product().ref();
    }

    public String areaSlug() {
        return seat.area().slug();
    }

    public String areaName() {
        return seat.area().name();
    }

    public AreaLook look() {
        return seat.area().look();
    }

    /** In which the student reads moments. */
    public ZoneId shownIn() {
        return seat.shownIn();
    }

    public String name() {
        return seat.product().name();
    }

    public boolean archived() {
        return seat.product().archived();
    }

    /** Of the product on the student's side. */
    public String path() {
        return seat.path();
    }

    public Standing standing() {
        Check check = AccessPolicies.standing(seat.facts(), seat.moment());
        if (check.reason() == null) {
            return new Standing(State.LIVE, check.at());
        }
        return switch (check.reason()) {
            case BLOCKED -> new Standing(State.BLOCKED, check.at());
            case SUSPENDED -> new Standing(State.SUSPENDED, check.at());
            default -> new Standing(State.ENDED, check.at());
        };
    }
}
