package io.cohorte.mail;

import io.cohorte.shared.RuleViolation;

/** Only what was sent, or given up, can be sent again. */
public class NotSentYet extends RuleViolation {

    NotSentYet() {
        super("mail.not-sent-yet", null);
    }
}
