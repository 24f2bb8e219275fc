package io.cohorte.shared;

/** What was asked is nothing the visitor may do here, whatever the form: the web answers 403, and says why. */
public abstract class NotAllowed extends RuleViolation {

    protected NotAllowed(String code) {
        super(code, null);
    }
}
