package io.cohorte.inbox.web;

import io.cohorte.inbox.EntryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the list shows it.
 *
 * @param happened what the provider tells of, or why that is not known
 * @param productName null where it concerns none of ours
 * @param daysLeft until it is deleted, for one that somebody has to do something about; null for the others
 */
record EntryLine(
        EntryView entry,
        String happened,
        @Nullable String productName,
        List<Said> said,
        @Nullable Long daysLeft) {}
