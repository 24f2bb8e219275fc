package io.cohorte.offers.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates with a time of day as forms send them, or as somebody types them where a browser shows a plain field. */
final class TypedMoment {

    private static final LocalDateTime FIRST = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final LocalDateTime END = LocalDateTime.of(3000, 1, 1, 0, 0);

    private TypedMoment() {}

    /** @return nothing if it cannot be read, or no course is that old or far off */
    static Optional<LocalDateTime> parse(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.replaceFirst(" +", "T")))
                    .filter(it -> !it.isBefore(FIRST) && it.isBefore(END));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** For a form: with what {@link #parse} reads again. */
    static String show(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "" : moment.atZone(zone).toLocalDateTime().toString();
    }
}
