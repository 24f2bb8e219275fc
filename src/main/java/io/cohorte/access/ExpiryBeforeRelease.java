package io.cohorte.access;

import io.cohorte.shared.RuleViolation;

/** A page would be over before it began. */
public class ExpiryBeforeRelease extends RuleViolation {

    public ExpiryBeforeRelease() {
        super("access.expiry-before-release", "expiry");
    }
}
