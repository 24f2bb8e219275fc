package io.cohorte.imports.web;

import io.cohorte.groups.GroupId;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.Imports.Batch;
import io.cohorte.lists.DateOrder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * The form of a pasted list.
 *
 * @param id of the import it will be
 * @param date the day of purchase of lines without one, as ISO 8601
 */
record BatchForm(
        @NotNull UUID id,
        @NotBlank String text,
        @NotNull UUID group,
        @NotBlank String date,
        @NotNull DateOrder order) {

    Optional<LocalDate> typedDate() {
        try {
            return Optional.of(LocalDate.parse(date.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** The text without NUL characters, which no database text can hold. */
    Batch batch(LocalDate defaultAnchor) {
        return new Batch(new ImportId(id), text.replace('\0', '\uFFFD'), new GroupId(group), defaultAnchor, order);
    }
}
