package io.cohorte.content;

import io.cohorte.shared.RuleViolation;

/** A page's password is empty or too long. */
public class InvalidPagePassword extends RuleViolation {

    InvalidPagePassword(int longest) {
        super("content.invalid-password", "password", longest);
    }
}
