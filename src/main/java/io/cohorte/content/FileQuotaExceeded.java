package io.cohorte.content;

import io.cohorte.shared.RuleViolation;

/** A file takes more than the area has left for its files. */
public class FileQuotaExceeded extends RuleViolation {

    FileQuotaExceeded(long left, long wanted) {
        super(
                "content.files.quota-exceeded",
                "file",
                FileSize.of(left).amount(),
                FileSize.of(left).unit(),
                FileSize.of(wanted).amount(),
                FileSize.of(wanted).unit());
    }
}
