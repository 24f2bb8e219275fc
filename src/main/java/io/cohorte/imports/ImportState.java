package io.cohorte.imports;

/** How far an import has come. */
public enum ImportState {
    /** Its list is being read, or read again. */
    READING,
    /** Its list was read and waits for somebody to confirm it. */
    PREVIEW,
    /** Confirmed; its turn comes. */
    WAITING,
    RUNNING,
    FINISHED,
    /** Stopped by staff: what was done until then stays. */
    CANCELLED;

    /** Whether nothing is going to happen by itself any more. */
    public boolean isOver() {
        return this == FINISHED || this == CANCELLED;
    }

    public boolean isConfirmed() {
        return this != READING && this != PREVIEW;
    }
}
