package io.cohorte.imports;

/** How far an import has come. */
public enum ImportState {
    WAITING,
    RUNNING,
    FINISHED
}
