package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import java.time.LocalDate;

/**
 * A person to be enrolled, who is named in the product's area already.
 *
 * @param anchor the day of purchase, in the product's zone
 */
public record Newcomer(AccountId student, LocalDate anchor) {}
