package io.cohorte.imports.web;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.InvalidEmail;
import io.cohorte.groups.GroupId;
import io.cohorte.imports.ListedPerson;
import io.cohorte.lists.ListRole;
import io.cohorte.shared.PlainText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A person as they were typed.
 *
 * @param group not regarded for staff
 * @param date the day of purchase, as ISO 8601; not regarded for staff
 */
record PersonForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable ListRole role,
        @Nullable UUID group,
        @Nullable String date) {

    boolean isBlank() {
        return PlainText.tidy(text(name)).isEmpty()
                && PlainText.tidy(text(email)).isEmpty();
    }

    public boolean isStudent() {
        return role == ListRole.STUDENT;
    }

    /** The day of purchase; null if it can't be read as one. */
    public @Nullable LocalDate day() {
        try {
            return LocalDate.parse(text(date).strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    /**
     * Reads what was typed.
     *
     * @param place what the names of its fields begin with
     * @param errors told of every field that can't be read
     * @return null if there is such a field
     */
    @Nullable
    ListedPerson read(String place, Errors errors) {
        int before = errors.getErrorCount();
        String tidy = PlainText.tidy(text(name));
        if (tidy.isEmpty() || PlainText.length(tidy) > ListedPerson.LONGEST_NAME) {
            errors.rejectValue(place + "name", "ShortText", new Object[] {"name", ListedPerson.LONGEST_NAME}, null);
        }
        EmailAddress address = address(place + "email", errors);
        if (role == null) {
            errors.rejectValue(place + "role", "NotNull");
        }
        if (isStudent() && group == null) {
            errors.rejectValue(place + "group", "NotNull");
        }
        if (isStudent() && day() == null) {
            errors.rejectValue(place + "date", "imports.bad-date");
        }
        if (errors.getErrorCount() > before) {
            return null;
        }
        return isStudent()
                ? ListedPerson.student(tidy, address, new GroupId(Objects.requireNonNull(group)), day())
                : ListedPerson.staff(tidy, address, role);
    }

    private @Nullable EmailAddress address(String field, Errors errors) {
        try {
            return EmailAddress.of(text(email));
        } catch (InvalidEmail invalid) {
            errors.rejectValue(field, invalid.code());
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
