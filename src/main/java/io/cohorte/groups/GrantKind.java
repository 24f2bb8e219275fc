package io.cohorte.groups;

/** What gives a student access (product.md D4); on screen, how they came. */
public enum GrantKind {
    PURCHASE,
    IMPORT,
    MANUAL
}
