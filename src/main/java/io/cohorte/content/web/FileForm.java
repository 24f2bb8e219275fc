package io.cohorte.content.web;

import io.cohorte.content.PageUploads.Upload;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file to be put on a page.
 *
 * @param opened of a video: which one the page had when the form was shown
 */
record FileForm(@Nullable MultipartFile file, @Nullable String opened) {

    static final FileForm BLANK = new FileForm(null, null);

    void check(Errors errors) {
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "content.files.none");
        }
    }

    Upload upload() {
        MultipartFile sent = Objects.requireNonNull(file);
        return new Upload(sent.getOriginalFilename(), sent.getSize(), sent::getInputStream);
    }

    String openedOrNone() {
        return Objects.requireNonNullElse(opened, "");
    }
}
