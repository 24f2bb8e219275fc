package io.cohorte.content.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What comes from a text area, as it is kept: one character for the end of a line, and none that cannot be seen. */
final class TypedText {

    private static final Pattern LINE_ENDS = Pattern.compile("\r\n?");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private TypedText() {}

    static String of(@Nullable String typed) {
        return typed == null
                ? ""
                : CONTROLS.matcher(LINE_ENDS.matcher(typed).replaceAll("\n")).replaceAll("");
    }
}
