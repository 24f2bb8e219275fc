package io.cohorte.imports;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.groups.GroupId;
import io.cohorte.lists.ListRole;
import io.cohorte.shared.PlainText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the list of an import by hand.
 *
 * @param name tidy, of 1 to 200 characters
 * @param group of a student; null for staff
 * @param anchor of a student: the day of purchase, in the product's zone; null for staff
 */
public record ListedPerson(
        String name,
        EmailAddress email,
        ListRole role,
        @Nullable GroupId group,
        @Nullable LocalDate anchor) {

    /** Characters a name may have. */
    public static final int LONGEST_NAME = 200;

    public ListedPerson {
        PlainText.requireName(name, LONGEST_NAME);
        boolean student = role == ListRole.STUDENT;
        if (student != (group != null) || student != (anchor != null)) {
            throw new IllegalArgumentException("students, and they alone, have a group and a day of purchase");
        }
    }

    public static ListedPerson student(String name, EmailAddress email, GroupId group, LocalDate anchor) {
        return new ListedPerson(name, email, ListRole.STUDENT, group, anchor);
    }

    /** @param role any but that of a student */
    public static ListedPerson staff(String name, EmailAddress email, ListRole role) {
        return new ListedPerson(name, email, role, null, null);
    }
}
