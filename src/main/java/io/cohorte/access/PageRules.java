package io.cohorte.access;

import io.cohorte.groups.GroupId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /**
     * The page's own rules with one group among those it is for, or not, and with that group's schedule.
     *
     * @param schedule null to have it as the module has it
     * @param all the groups there are: where one is taken out of all, the others are chosen, and groups to come are not
     */
    public Rules with(GroupId group, boolean included, @Nullable Schedule schedule, Set<GroupId> all) {
        Map<GroupId, Schedule> schedules = new HashMap<>(page.schedules());
        schedules.remove(group);
        if (schedule != null) {
            schedules.put(group, schedule);
        }
        if (included) {
            return new Rules(Rules.including(this, group).audience(), schedules);
        }
        return new Rules(isFor(group) ? without(group, all) : page.audience(), schedules);
    }

    private Audience without(GroupId group, Set<GroupId> all) {
        Set<GroupId> rest = new HashSet<>(audience() instanceof Audience.Chosen chosen ? chosen.groups() : all);
        rest.remove(group);
        return new Audience.Chosen(rest);
    }
}
