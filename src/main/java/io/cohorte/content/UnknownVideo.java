package io.cohorte.content;

import io.cohorte.shared.RuleViolation;

/** A link leads to no video of a host the program knows. */
public class UnknownVideo extends RuleViolation {

    UnknownVideo() {
        super("content.video.unknown", "link");
    }
}
