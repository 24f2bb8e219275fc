/**
 * Lists of people as producers have them: read from bytes of unknown encoding and layout, and written so that they can
 * be read again.
 *
 * <p>Pure functions from bytes and settings to lines and problems (line, column, code): no Spring, no database, and never
 * a whole list in memory. {@link io.cohorte.lists.ListReader} reads, {@link io.cohorte.lists.ListWriter} writes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "accounts", "areas"})
package io.cohorte.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
