package io.cohorte.comments;

import io.cohorte.shared.RuleViolation;

/** Nobody comments in a group whose comments are off. */
public class CommentsOff extends RuleViolation {

    CommentsOff() {
        super("comments.off", null);
    }
}
