package io.cohorte.imports;

import io.cohorte.accounts.EmailAddress;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of pasted text that is not blank, with what was read from it.
 *
 * @param number counted from 1, blank lines included
 * @param raw as it was pasted
 */
record ParsedLine(int number, String raw, Content content) {

    sealed interface Content {}

    /** Somebody to be brought in. */
    record Person(String name, EmailAddress email, LocalDate anchor) implements Content {}

    /**
     * A line that is refused.
     *
     * @param column the field, counted from 1
     * @param detail what the message names: the value, or the number of another line
     */
    record Problem(ProblemCode code, int column, @Nullable String detail) implements Content {}
}
