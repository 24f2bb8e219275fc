package io.cohorte.content;

import io.cohorte.shared.RuleViolation;

/** There is no room for more: a product has as many modules as it can. */
public class TooManyModules extends RuleViolation {

    static final int MOST = 200;

    TooManyModules() {
        super("content.too-many-modules", null, MOST);
    }

    /** @throws TooManyModules if there would be more than a product can have */
    static void check(long there, long more) {
        if (there + more > MOST) {
            throw new TooManyModules();
        }
    }
}
