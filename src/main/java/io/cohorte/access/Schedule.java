package io.cohorte.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** When a group sees a page: open while {@code release <= now < expiry} (product.md D8). */
public record Schedule(Release release, Expiry expiry) {

    /** Without a rule: at once, and never over (product.md D10). */
    public static final Schedule ALWAYS = new Schedule(new Release.AtOnce(), new Expiry.Never());

    /** @throws ExpiryBeforeRelease if nobody, whenever they bought, could ever see the page */
    public Schedule {
        if (release instanceof Release.OnDay from
                && expiry instanceof Expiry.OnDay until
                && until.lastDay().isBefore(from.day())) {
            throw new ExpiryBeforeRelease();
        }
        if (release instanceof Release.AfterPurchase from
                && expiry instanceof Expiry.AfterPurchase until
                && until.days() <= from.days()) {
            throw new ExpiryBeforeRelease();
        }
    }

    /** The first instant at which somebody with this purchase date sees it; {@link Instant#MIN} for at once. */
    public Instant opens(LocalDate anchor, ZoneId zone) {
        return release.instant(anchor, zone);
    }

    /** The first instant at which somebody with this purchase date sees it no more; {@link Instant#MAX} for never. */
    public Instant closes(LocalDate anchor, ZoneId zone) {
        return expiry.instant(release, anchor, zone);
    }

    /**
     * The purchase dates at which it may matter to have bought a day earlier: between two of them that follow each other,
     * everybody who bought sees the same at a moment.
     *
     * @param today the day of the moment, in the product's zone
     */
    Stream<LocalDate> turningPoints(LocalDate today) {
        List<LocalDate> points = new ArrayList<>();
        if (release instanceof Release.AfterPurchase from) {
            points.add(today.minusDays(from.days()));
            if (expiry instanceof Expiry.OnDay until) {
                points.add(until.lastDay().minusDays(from.days()));
            }
            if (expiry instanceof Expiry.AfterRelease until) {
                points.add(today.minusDays(from.days()).minusDays(until.days()));
            }
        }
        if (release instanceof Release.AtOnce && expiry instanceof Expiry.AfterRelease until) {
            points.add(today.minusDays(until.days()));
        }
        if (expiry instanceof Expiry.AfterPurchase until) {
            points.add(today.minusDays(until.days()));
            if (release instanceof Release.OnDay from) {
                points.add(from.day().minusDays(until.days()));
            }
        }
        return points.stream().flatMap(it -> Stream.of(it, it.plusDays(1)));
    }
}
