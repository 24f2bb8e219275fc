package io.cohorte.content;

/** What a file is on its page. */
public enum FileKind {
    /** Anything, to be saved and never shown by the browser. */
    ATTACHMENT,
    /** A picture for the text. */
    IMAGE,
    /** The page's uploaded video. */
    VIDEO;

    /** What changes of it are called in the audit. */
    String field() {
        return switch (this) {
            case ATTACHMENT -> "attachment";
            case IMAGE -> "image";
            case VIDEO -> "video";
        };
    }
}
