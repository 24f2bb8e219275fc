/**
 * Pages that show several rooms at once: the products of an area with their counts, a student’s page, the mail of an
 * area, and who did what in an area.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "web",
            "mail",
            "accounts",
            "areas",
            "catalog",
            "groups",
            "content",
            "comments",
            "access",
            "progress",
            "offers",
            "sales",
            "imports",
            "audit"
        })
package io.cohorte.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
