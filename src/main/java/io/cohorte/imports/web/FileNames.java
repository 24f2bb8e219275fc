package io.cohorte.imports.web;

import org.jspecify.annotations.Nullable;

/** Names of files that people send: to be shown, never to be opened. */
final class FileNames {

    private static final int LONGEST = 120;

    private FileNames() {}

    /** The name without the folders some browsers put before it, and without what cannot be seen. */
    static String shown(@Nullable String sent) {
        String name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String tidy = name.replaceAll("\\p{C}", "").strip();
        int end = tidy.offsetByCodePoints(0, Math.min(LONGEST, tidy.codePointCount(0, tidy.length())));
        return tidy.isEmpty() ? "?" : tidy.substring(0, end);
    }
}
