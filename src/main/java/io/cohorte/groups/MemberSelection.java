package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import java.util.Set;

/** The students a bulk command is about. */
public sealed interface MemberSelection {

    /** Those that were ticked. */
    record Ticked(Set<AccountId> students) implements MemberSelection {}

    /**
     * All that match a filter (product.md D25).
     *
     * @param seen how many of them were in when the command was confirmed; if it differs now, nothing is done
     */
    record Matching(MemberFilter filter, long seen) implements MemberSelection {}
}
