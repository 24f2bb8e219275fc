package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** That is no number of students an area could be allowed to import. */
public class InvalidQuota extends RuleViolation {

    InvalidQuota() {
        super("imports.quota.invalid", "base", Quota.LARGEST);
    }
}
