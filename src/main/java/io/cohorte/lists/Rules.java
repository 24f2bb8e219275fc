package io.cohorte.lists;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the lines of a list are held to. Dates before 1970 are refused in any case.
 *
 * @param defaultDate the day of purchase of students without one
 * @param latest the last day that is accepted
 * @param groupNames the groups there are, each as {@link io.cohorte.shared.PlainText#nameKey} writes it
 * @param roles that may be given
 */
public record Rules(LocalDate defaultDate, LocalDate latest, Set<String> groupNames, Set<ListRole> roles) {

    public Rules {
        groupNames = Set.copyOf(groupNames);
        roles = Set.copyOf(roles);
    }
}
