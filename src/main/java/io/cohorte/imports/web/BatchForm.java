package io.cohorte.imports.web;

import io.cohorte.groups.GroupId;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.Imports.Upload;
import io.cohorte.lists.Choices;
import io.cohorte.lists.DateOrder;
import io.cohorte.lists.Encoding;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * The form of a list, pasted or as a file.
 *
 * @param id of the import it will be
 * @param date the day of purchase of lines without one, as ISO 8601
 */
record BatchForm(
        @NotNull UUID id,
        @Nullable String text,
        @Nullable MultipartFile file,
        @NotNull UUID group,
        @NotBlank String date) {

    /** The server itself takes larger ones, of other forms. */
    private static final DataSize LARGEST = DataSize.ofMegabytes(128);

    private static final Choices AS_PASTED = new Choices(Encoding.UTF_8, null, null, null, null);

    boolean hasText() {
        return text != null && !text.isBlank();
    }

    boolean hasFile() {
        return file != null && !file.isEmpty();
    }

    /** Finds what is missing, and a text beside a file: nobody could say which is meant. */
    void check(Errors errors) {
        if (hasText() && hasFile()) {
            errors.rejectValue("file", "imports.text-or-file");
        } else if (!hasText() && !hasFile()) {
            errors.rejectValue("text", "imports.empty");
        } else if (hasFile() && file.getSize() > LARGEST.toBytes()) {
            errors.rejectValue("file", "imports.file-too-large");
        }
        Days.read(date, "date", errors);
    }

    Upload upload(LocalDate defaultAnchor, DateOrder usual) {
        if (hasFile()) {
            MultipartFile list = file;
            return new Upload(
                    new ImportId(id),
                    FileNames.shown(list.getOriginalFilename()),
                    list::getInputStream,
                    new GroupId(group),
                    defaultAnchor,
                    Choices.NONE,
                    usual);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Upload(
                new ImportId(id),
                null,
                () -> new ByteArrayInputStream(bytes),
                new GroupId(group),
                defaultAnchor,
                AS_PASTED,
                usual);
    }
}
