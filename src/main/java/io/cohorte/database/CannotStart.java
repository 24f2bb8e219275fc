package io.cohorte.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/** The program cannot start, for a reason its operator can mend: one clause says what is wrong, one what to do. */
final class CannotStart extends RuntimeException {

    private final String remedy;

    CannotStart(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    CannotStart(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    static CannotStart unusable(Path folder, IOException cause) {
        return new CannotStart(
                "the data folder " + folder + " cannot be used: " + reason(cause) + ".", Remedies.OTHER_FOLDER, cause);
    }

    /** The messages of these exceptions are often no more than a path. */
    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (cause instanceof FileSystemException known) {
            String reason = Objects.requireNonNullElse(known.getReason(), "cannot be made or read");
            return known.getFile() + ": " + reason;
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    String remedy() {
        return remedy;
    }
}
