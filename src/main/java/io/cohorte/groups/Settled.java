package io.cohorte.groups;

/**
 * What became of a student when purchases were settled.
 *
 * @param before how they stood
 * @param moved whether they are in another group now
 * @param redated whether the day the content counts from is another
 * @param blocked whether staff keep them out all the same
 */
public record Settled(Stand before, Stand after, boolean moved, boolean redated, boolean blocked) {

    /** How somebody stands in a product. */
    public enum Stand {
        /** Never a student of it. */
        NOBODY,
        IN,
        /** Every grant that is left is suspended. */
        SUSPENDED,
        OUT
    }

    static final Settled NOTHING = new Settled(Stand.NOBODY, Stand.NOBODY, false, false, false);

    /** Whether they came in, for the first time or again; not who was merely suspended. */
    public boolean joined() {
        return after == Stand.IN && (before == Stand.NOBODY || before == Stand.OUT);
    }
}
