package io.cohorte.comments;

import io.cohorte.shared.RuleViolation;

/** A comment says something, and not too much of it. */
public class InvalidCommentText extends RuleViolation {

    InvalidCommentText(int longest) {
        super("comments.invalid-text", "text", longest);
    }
}
