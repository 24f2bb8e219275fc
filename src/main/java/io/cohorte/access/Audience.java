package io.cohorte.access;

import io.cohorte.groups.GroupId;
import java.util.Set;

/** Which groups a module or page is for (product.md D10). */
public sealed interface Audience {

    /** Those its module is for; of a page alone. */
    record Inherited() implements Audience {}

    /** Every group, those to come too. */
    record All() implements Audience {}

    /** These groups and no other; without any, nobody. */
    record Chosen(Set<GroupId> groups) implements Audience {
        public Chosen {
            groups = Set.copyOf(groups);
        }
    }
}
