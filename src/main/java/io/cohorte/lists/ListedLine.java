package io.cohorte.lists;

import io.cohorte.accounts.EmailAddress;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list that is not blank, with what was read from it.
 *
 * @param number counted from 1, blank lines included
 * @param raw as it stands in the list, but for two things that can't be kept: characters that can't be read, NUL among
 *     them, are U+FFFD, and of a line that is too long there is the beginning. Read again, either is refused again
 */
public record ListedLine(int number, String raw, Content content) {

    /** What a line comes to. */
    public sealed interface Content {}

    /**
     * Somebody to be brought in.
     *
     * @param name tidy, of 1 to 200 characters
     * @param group the one the line names, as it stands in {@link Rules#groupNames}; null if it names none, and for staff
     * @param date the day of purchase, by default that of the rules; null for staff
     * @param ownDate whether the line has that date itself
     * @param notice what somebody should look at before it is imported
     */
    public record Person(
            String name,
            EmailAddress email,
            ListRole role,
            @Nullable String group,
            @Nullable LocalDate date,
            boolean ownDate,
            @Nullable Notice notice)
            implements Content {}

    /**
     * A line that can't be taken.
     *
     * @param column the field, counted from 1
     * @param detail what the message names, as a rule the value, cut to 100 characters; null if it names nothing
     */
    public record Refused(
            ProblemCode code, int column, @Nullable String detail) implements Content {}

    /** The header, which names columns and no person. */
    public record Skipped() implements Content {}

    /**
     * Something odd that is no reason to refuse a line.
     *
     * @param detail what the message names, such as the domain that was probably meant
     */
    public record Notice(NoticeCode code, String detail) {}
}
