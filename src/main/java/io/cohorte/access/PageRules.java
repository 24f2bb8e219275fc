package io.cohorte.access;

import io.cohorte.groups.GroupId;

/** The rules of a page and of its module, taken together (product.md D10). */
public record PageRules(Rules module, Rules page) {

    /** Whether a group is among those the page is for. */
    public boolean isFor(GroupId group) {
        Audience audience = audience();
        return !(audience instanceof Audience.Chosen chosen) || chosen.groups().contains(group);
    }

    /** The page's own, or its module's as a whole. */
    public Audience audience() {
        return audienceIsInherited() ? module.audience() : page.audience();
    }

    public boolean audienceIsInherited() {
        return page.audience() instanceof Audience.Inherited;
    }

    /** The page's own for this group, or its module's, or none. */
    public Schedule schedule(GroupId group) {
        Schedule own = page.schedules().get(group);
        return own != null ? own : module.schedules().getOrDefault(group, Schedule.ALWAYS);
    }

    public boolean scheduleIsInherited(GroupId group) {
        return !page.schedules().containsKey(group);
    }

    /** What is to be said of the page for it to be for a group too, besides those it is for now. */
    public Rules including(GroupId group) {
        return Rules.including(this, group);
    }
}
