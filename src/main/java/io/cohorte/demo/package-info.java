/**
 * The demo: fills an empty installation with an area that looks like real life, if {@code cohorte.demo.enabled}.
 *
 * <p>It goes through the doors of the other rooms only and its students come in by real imports, so that what it shows
 * is what a producer would get. Nobody calls this room. What the area looks like stands in {@code demo/} of the
 * resources; no address in it can be a real person's.
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
            "offers",
            "checkout",
            "inbox",
            "imports",
            "lists"
        })
package io.cohorte.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
