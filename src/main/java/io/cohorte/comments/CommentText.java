package io.cohorte.comments;

import io.cohorte.shared.PlainText;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody typed as a comment, as it is kept: tidy lines, with at most one empty line between them. */
final class CommentText {

    static final int LONGEST = 5_000;

    private static final Pattern GAPS = Pattern.compile("\n{3,}");

    private CommentText() {}

    /** @throws InvalidCommentText if nothing is left, or more than {@link #LONGEST} characters are */
    static String of(String typed) {
        String lines = typed.lines().map(PlainText::tidy).collect(Collectors.joining("\n"));
        String text = GAPS.matcher(lines).replaceAll("\n\n").strip();
        if (text.isEmpty() || PlainText.length(text) > LONGEST) {
            throw new InvalidCommentText(LONGEST);
        }
        return text;
    }
}
