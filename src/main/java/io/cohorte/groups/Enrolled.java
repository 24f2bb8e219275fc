package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import java.util.Set;

/**
 * What became of people who were to be enrolled. Whoever stands in neither set was in already and stays as they are.
 *
 * @param joined those who were not in before, or no more
 * @param blocked those whom staff keep out: nothing was changed for them (product.md D14)
 */
public record Enrolled(Set<AccountId> joined, Set<AccountId> blocked) {

    /** Nobody was to be enrolled. */
    public static final Enrolled NOBODY = new Enrolled(Set.of(), Set.of());

    /** Whether a person was in already. */
    public boolean leftAlone(AccountId person) {
        return !joined.contains(person) && !blocked.contains(person);
    }
}
