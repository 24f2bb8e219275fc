package io.cohorte.content;

import io.cohorte.shared.RuleViolation;

/** What was typed is not the page's password. */
public class WrongPagePassword extends RuleViolation {

    WrongPagePassword() {
        super("content.wrong-password", "password");
    }
}
