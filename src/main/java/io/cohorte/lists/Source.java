package io.cohorte.lists;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read more than once, the same each time. */
@FunctionalInterface
public interface Source {

    /** From the beginning; whoever opens it closes it. */
    InputStream open() throws IOException;
}
