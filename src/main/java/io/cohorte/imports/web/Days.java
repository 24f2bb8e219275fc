package io.cohorte.imports.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Days as a date field sends them, or as somebody types them where it is none. */
final class Days {

    private Days() {}

    /** Null, with an error at its field, if it is no day. */
    static @Nullable LocalDate read(String typed, String field, Errors errors) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            errors.rejectValue(field, "imports.bad-date");
            return null;
        }
    }
}
