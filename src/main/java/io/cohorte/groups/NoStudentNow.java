package io.cohorte.groups;

import io.cohorte.shared.RuleViolation;

/** The person has been a student of the product but is none now: every grant has ended. */
public class NoStudentNow extends RuleViolation {

    NoStudentNow() {
        super("groups.no-student-now", null);
    }
}
