package io.cohorte.lists;

/** What is odd about a line that is imported nevertheless. */
public enum NoticeCode {
    /** The domain differs by a slip from one that nearly everybody means; names that one. */
    LOOKALIKE_DOMAIN,
    /** A group or date of staff, who need neither (product.md D19), is left aside; names it. */
    NOT_FOR_STAFF
}
