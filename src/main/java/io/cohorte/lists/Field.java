package io.cohorte.lists;

/** What a column of a list holds. Several columns may hold parts of the name; they are joined by a space. */
public enum Field {
    NAME,
    EMAIL,
    DATE,
    GROUP,
    ROLE,
    /** Something that is not imported, such as a telephone number. */
    IGNORED
}
