package io.cohorte.content;

import io.cohorte.shared.RuleViolation;

/** There is no room for more: a product has as many pages as it can. */
public class TooManyPages extends RuleViolation {

    static final int MOST = 1000;

    TooManyPages() {
        super("content.too-many-pages", null, MOST);
    }

    /** @throws TooManyPages if there would be more than a product can have */
    static void check(long there, long more) {
        if (there + more > MOST) {
            throw new TooManyPages();
        }
    }
}
