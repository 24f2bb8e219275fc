package io.cohorte.sales;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A student who sits in another group than the one their newest live purchase leads to by now.
 *
 * @param wanted where it leads: the group of its offer, or the default one
 * @param offerName of that purchase; null where the provider named none
 * @param linked whether the offer leads to a group of its own
 * @param approvedAt when that purchase was paid first
 */
public record Misplaced(
        AccountId student,
        String name,
        String email,
        String groupName,
        GroupId wanted,
        String wantedName,
        @Nullable String offerName,
        boolean linked,
        Instant approvedAt) {}
