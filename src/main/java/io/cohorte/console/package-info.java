/** Pages that show several rooms at once: the products of an area with their counts, and a student's page. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "web", "accounts", "areas", "catalog", "groups", "offers", "imports"})
package io.cohorte.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
