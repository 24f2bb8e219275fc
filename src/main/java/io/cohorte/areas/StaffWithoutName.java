package io.cohorte.areas;

import io.cohorte.shared.RuleViolation;

/** Nobody of that address has a name in the area yet, so one must be given. */
public class StaffWithoutName extends RuleViolation {

    StaffWithoutName() {
        super("areas.staff.no-name", "name");
    }
}
