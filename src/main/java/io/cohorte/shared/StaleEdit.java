package io.cohorte.shared;

/** Somebody saved the same thing after this form was opened; nothing was changed. The web answers 409. */
public class StaleEdit extends RuleViolation {

    public StaleEdit() {
        super("stale", null);
    }

    /**
     * Compares the version a form was opened with to the present one.
     *
     * @throws StaleEdit if they differ
     */
    public static void check(long opened, long present) {
        if (opened != present) {
            throw new StaleEdit();
        }
    }
}
