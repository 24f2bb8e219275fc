package io.cohorte.comments;

import io.cohorte.shared.RuleViolation;

/** A comment has only so many replies, so that each thread can be shown whole. */
public class ThreadFull extends RuleViolation {

    static final int MOST_REPLIES = 1_000;

    ThreadFull() {
        super("comments.thread-full", null, MOST_REPLIES);
    }
}
