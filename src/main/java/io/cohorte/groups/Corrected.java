package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import java.util.Set;

/**
 * What corrections changed. Whoever stands in neither set was as the list says already, or is not in.
 *
 * @param moved those who are in another group now, whatever their anchor
 * @param redated those whose anchor alone is another now
 */
public record Corrected(Set<AccountId> moved, Set<AccountId> redated) {

    /** Nothing was changed for anybody. */
    public static final Corrected NOBODY = new Corrected(Set.of(), Set.of());
}
