package io.cohorte.access.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Days as forms send them: within bounds that no course leaves, so that nothing computed from them overflows. */
final class TypedDay {

    static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private TypedDay() {}

    /** Told of a field that cannot be read. */
    interface Complaints {
        void about(String field, String code, Object... arguments);
    }

    /** The day of a filter; nothing if none was typed, or it cannot be read, which is complained of. */
    static Optional<LocalDate> read(@Nullable String typed, String field, Errors errors) {
        return typed == null || typed.isBlank()
                ? Optional.empty()
                : parse(typed.strip(), field, (it, code, arguments) -> errors.rejectValue(it, code, arguments, null));
    }

    /** @return nothing if it cannot be read, which is complained of */
    static Optional<LocalDate> parse(String text, String field, Complaints complaints) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return Optional.of(day);
            }
            complaints.about(field, "access.day-out-of-bounds");
        } catch (DateTimeException unreadable) {
            complaints.about(field, "access.day-unreadable", text);
        }
        return Optional.empty();
    }
}
