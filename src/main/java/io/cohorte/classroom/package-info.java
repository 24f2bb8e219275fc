/**
 * What a student sees: their library, a product's modules and pages, and what stands on a page.
 *
 * <p>A {@code Seat} says who looks, as whom and at what moment; {@code access} decides from it what is open. Staff may
 * take a student's seat to look, never to act.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "web",
            "accounts",
            "areas",
            "catalog",
            "content",
            "groups",
            "access",
            "progress",
            "comments"
        })
package io.cohorte.classroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
