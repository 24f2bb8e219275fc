package io.cohorte.access;

import io.cohorte.groups.GroupId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is said of one module or page.
 *
 * @param schedules of the groups for which one is said; each other group has that of the module, or none
 */
public record Rules(Audience audience, Map<GroupId, Schedule> schedules) {

    /** Of a module of which nothing was said. */
    public static final Rules OF_A_MODULE = new Rules(new Audience.All(), Map.of());

    /** Of a page of which nothing was said. */
    public static final Rules OF_A_PAGE = new Rules(new Audience.Inherited(), Map.of());

    public Rules {
        schedules = Map.copyOf(schedules);
    }

    /** A page's own rules with a group among those the page is for, besides those it is for now. */
    static Rules including(PageRules present, GroupId group) {
        Rules own = present.page();
        if (!(present.audience() instanceof Audience.Chosen chosen) || present.isFor(group)) {
            return own;
        }
        Set<GroupId> groups = new HashSet<>(chosen.groups());
        groups.add(group);
        return new Rules(new Audience.Chosen(groups), own.schedules());
    }

    /** The same without a group that is about to be gone. */
    Rules without(GroupId group) {
        Map<GroupId, Schedule> rest = new HashMap<>(schedules);
        rest.remove(group);
        if (audience instanceof Audience.Chosen chosen) {
            Set<GroupId> groups = new HashSet<>(chosen.groups());
            groups.remove(group);
            return new Rules(new Audience.Chosen(groups), rest);
        }
        return new Rules(audience, rest);
    }

    static Rules nothingSaidOf(Subject subject) {
        return subject instanceof Subject.OfModule ? OF_A_MODULE : OF_A_PAGE;
    }
}
