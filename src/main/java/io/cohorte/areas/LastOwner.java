package io.cohorte.areas;

import io.cohorte.shared.RuleViolation;

/** An area has an owner at all times: the last one cannot be removed. */
public class LastOwner extends RuleViolation {

    LastOwner() {
        super("areas.staff.last-owner", "roles");
    }
}
