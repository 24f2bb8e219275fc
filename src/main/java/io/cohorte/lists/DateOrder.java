package io.cohorte.lists;

import io.cohorte.shared.Language;

/** Which part of a date such as 02/03/2018 is the day (product.md D16). */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    /** What people who write that language usually mean. */
    public static DateOrder usualIn(Language language) {
        return language == Language.EN ? MONTH_FIRST : DAY_FIRST;
    }
}
