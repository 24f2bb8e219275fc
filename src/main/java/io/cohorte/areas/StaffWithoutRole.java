package io.cohorte.areas;

import io.cohorte.shared.RuleViolation;

/** Who is in the staff has a role there; to have none is to be removed, which is another act. */
public class StaffWithoutRole extends RuleViolation {

    StaffWithoutRole() {
        super("areas.staff.no-role", "roles");
    }
}
