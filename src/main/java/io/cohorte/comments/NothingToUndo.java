package io.cohorte.comments;

import io.cohorte.shared.RuleViolation;

/** The comment was edited since, or somebody else acted on it: what would be undone is not the last thing that happened. */
public class NothingToUndo extends RuleViolation {

    NothingToUndo() {
        super("comments.nothing-to-undo", null);
    }
}
