package io.cohorte.offers;

import java.util.Optional;

/** In which way an offer lasts. Shown in words by {@code offers.terms.<name>}. */
public enum Terms {
    /** A single payment, access for life. */
    LIFE,
    /** A single payment, access for some days. */
    DAYS,
    /** Subscriptions, by what one payment is for. */
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR;

    static Terms of(Lasting lasting) {
        Period period = lasting.period();
        return period == null ? lasting.days() == null ? LIFE : DAYS : valueOf(period.name());
    }

    /** Of a subscription. */
    Optional<Period> period() {
        return this == LIFE || this == DAYS ? Optional.empty() : Optional.of(Period.valueOf(name()));
    }
}
