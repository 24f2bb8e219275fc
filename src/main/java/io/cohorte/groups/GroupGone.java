package io.cohorte.groups;

import io.cohorte.shared.RuleViolation;

/** The group that was chosen has been deleted meanwhile. */
public class GroupGone extends RuleViolation {

    /** @param field of the form that chose it */
    public GroupGone(String field) {
        super("groups.group-gone", field);
    }
}
