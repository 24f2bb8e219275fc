package io.cohorte.imports;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.lists.ListRole;
import io.cohorte.lists.ProblemCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of pasted text that is not blank, with what was read from it, or a person listed by hand as such a line.
 *
 * @param number counted from 1, blank lines included
 * @param raw as it was pasted
 */
record ParsedLine(int number, String raw, Content content) {

    sealed interface Content {}

    /**
     * Somebody to be brought in.
     *
     * @param group of a student, if another than that of the whole import
     * @param anchor null for staff
     */
    record Person(
            String name,
            EmailAddress email,
            ListRole role,
            @Nullable GroupChoice group,
            @Nullable LocalDate anchor) implements Content {

        /** A student in the group of the whole import. */
        Person(String name, EmailAddress email, LocalDate anchor) {
            this(name, email, ListRole.STUDENT, null, anchor);
        }
    }

    /**
     * A line that is refused.
     *
     * @param column the field, counted from 1
     * @param detail what the message names: the value, or the number of another line
     */
    record Problem(ProblemCode code, int column, @Nullable String detail) implements Content {}
}
