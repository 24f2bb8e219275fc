package io.cohorte.imports;

import io.cohorte.groups.GroupId;
import io.cohorte.lists.DateOrder;
import java.time.LocalDate;

/**
 * What holds for lines that say nothing else.
 *
 * @param groupName of the group, as it is called now
 * @param defaultAnchor the day of purchase, in the product's zone
 * @param usual the order in which dates usually stand in the area's language
 */
record ListTerms(GroupId group, String groupName, LocalDate defaultAnchor, DateOrder usual) {}
