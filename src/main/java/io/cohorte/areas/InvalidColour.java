package io.cohorte.areas;

import io.cohorte.shared.RuleViolation;

/** What was given is no colour of the form {@code #rrggbb}. */
public class InvalidColour extends RuleViolation {

    InvalidColour() {
        super("areas.colour.invalid", "colour");
    }
}
