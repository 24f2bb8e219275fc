package io.cohorte.accounts;

import io.cohorte.shared.RuleViolation;

/** The address is another account's: said to nobody but whoever has shown that it is theirs. */
public class AddressTaken extends RuleViolation {

    AddressTaken() {
        super("accounts.address.taken", null);
    }
}
