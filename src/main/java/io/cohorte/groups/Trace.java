package io.cohorte.groups;

/**
 * What a student has done, or staff to a student, since an import: who left any is not taken back with it (product.md
 * D21). A room that knows of more adds it here and finds it as {@link TracesOfStudents}.
 */
public enum Trace {
    SIGNED_IN,
    COMMENTED,
    /** Or marked one as done. */
    OPENED_A_PAGE,
    MOVED,
    REDATED,
    BLOCKED,
    REMOVED,
    /** Brought in anew, after every grant had ended. */
    ENROLLED,
    /** Has another grant that is live, came later, or has changed since. */
    BOUGHT
}
