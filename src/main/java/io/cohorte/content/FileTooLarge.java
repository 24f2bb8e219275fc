package io.cohorte.content;

import io.cohorte.shared.RuleViolation;

/** A file is larger than one of its kind may be. */
public class FileTooLarge extends RuleViolation {

    FileTooLarge(long most) {
        super(
                "content.files.too-large",
                "file",
                FileSize.of(most).amount(),
                FileSize.of(most).unit());
    }
}
