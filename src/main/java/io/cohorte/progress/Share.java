package io.cohorte.progress;

/** How far students are with what they have to do; on the screen, one colour each. */
public enum Share {
    NOTHING,
    FIRST_QUARTER,
    SECOND_QUARTER,
    THIRD_QUARTER,
    FOURTH_QUARTER,
    ALL;

    /**
     * Where somebody is who has done so many of some pages. A quarter takes in its upper end; the last one ends before
     * all is done.
     *
     * @param of at least 1
     */
    static Share of(long done, long of) {
        if (done <= 0) {
            return NOTHING;
        }
        return done >= of ? ALL : values()[(int) ((done * 4 + of - 1) / of)];
    }
}
