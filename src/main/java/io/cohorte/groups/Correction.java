package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of a student who is in the product already.
 *
 * @param group where they belong; null to leave them where they are
 * @param anchor the day of purchase, in the product's zone; null to keep theirs
 */
public record Correction(
        AccountId student,
        @Nullable GroupId group,
        @Nullable LocalDate anchor) {}
