package io.cohorte.groups;

import io.cohorte.shared.RuleViolation;

/** The group people were to be placed in has been deleted meanwhile. */
public class GroupGone extends RuleViolation {

    GroupGone() {
        super("groups.group-gone", "group");
    }
}
