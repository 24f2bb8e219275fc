package io.cohorte.imports;

/** Why a list cannot be imported as it was read. */
public enum Obstacle {
    EMPTY,
    TOO_MANY_LINES,
    /** Some dates fit day first alone, others month first alone (product.md D16). */
    DATES_CONTRADICT
}
