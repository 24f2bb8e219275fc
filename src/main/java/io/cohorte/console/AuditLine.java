package io.cohorte.console;

import io.cohorte.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit in words.
 *
 * @param actor who did it
 * @param kind what was done
 * @param subject to whom or to what; null where it was done to many, or to the area or product as such
 */
record AuditLine(
        AuditEntry entry,
        Named actor,
        String kind,
        @Nullable Named product,
        @Nullable Named subject,
        List<Change> changes) {

    /**
     * Somebody or something an entry names.
     *
     * @param text its name, or its id where it has none any more
     * @param href where to read more of it; null for nowhere
     */
    record Named(String text, @Nullable String href, boolean known) {}

    /**
     * A value that became another.
     *
     * @param before null where there was none
     * @param after null where there is none any more
     */
    record Change(
            String label, @Nullable String before, @Nullable String after) {

        /** In one line, for a file. */
        String text() {
            if (before == null) {
                return label + ": " + after;
            }
            return label + ": " + before + " → " + (after == null ? "" : after);
        }
    }
}
