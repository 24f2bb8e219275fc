package io.cohorte.inbox.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One decision as it is told.
 *
 * @param words a sentence
 * @param studentName null where it concerns none, or the area has no name for them
 * @param path of the page of the student it concerns; null for none
 */
record Said(
        String words,
        @Nullable String studentName,
        @Nullable String path) implements Serializable {}
