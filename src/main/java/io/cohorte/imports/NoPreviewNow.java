package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** A list cannot be changed any more, because it was confirmed or is being read. */
public class NoPreviewNow extends RuleViolation {

    NoPreviewNow() {
        super("imports.no-preview-now", null);
    }
}
