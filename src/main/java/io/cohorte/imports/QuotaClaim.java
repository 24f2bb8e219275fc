package io.cohorte.imports;

import org.jspecify.annotations.Nullable;

/**
 * What one import has of its area's quota.
 *
 * @param used students it enrolled; null until it ends
 * @param returned those of them that undo gave back
 */
record QuotaClaim(int reserved, @Nullable Integer used, int returned) {

    static QuotaClaim of(int newStudents) {
        return new QuotaClaim(newStudents, null, 0);
    }

    boolean isOpen() {
        return used == null;
    }

    QuotaClaim settle(int enrolled) {
        return new QuotaClaim(reserved, enrolled, returned);
    }

    /** @param inAll so far; what it used at most, and never less than before */
    QuotaClaim giveBack(int inAll) {
        int most = used == null ? 0 : used;
        return new QuotaClaim(reserved, used, Math.max(returned, Math.min(inAll, most)));
    }
}
