package io.cohorte.imports.web;

import io.cohorte.imports.ImportOptions;
import io.cohorte.imports.ImportView;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What is decided with a confirmation.
 *
 * @param version of the preview that was shown
 * @param datesAgreed whether the order of the dates was looked at
 */
record ConfirmationForm(
        @NotNull Long version,
        @Nullable Boolean datesAgreed,
        @Nullable Boolean moves,
        @Nullable Boolean redates,
        @Nullable Boolean allOrNone,
        @Nullable Boolean holdsMail) {

    static ConfirmationForm of(ImportView run) {
        ImportOptions options = run.options();
        return new ConfirmationForm(
                run.version(), false, options.moves(), options.redates(), options.allOrNone(), options.holdsMail());
    }

    /** With what was ticked, for a preview that is another by now. */
    ConfirmationForm on(long present) {
        return new ConfirmationForm(present, datesAgreed, moves, redates, allOrNone, holdsMail);
    }

    ImportOptions options() {
        return new ImportOptions(is(moves), is(redates), is(allOrNone), is(holdsMail));
    }

    boolean agreesToDates() {
        return is(datesAgreed);
    }

    private static boolean is(@Nullable Boolean ticked) {
        return Boolean.TRUE.equals(ticked);
    }
}
