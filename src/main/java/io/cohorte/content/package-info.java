/**
 * What a product teaches: modules, their pages, and what is on a page: text, a video, files, a password.
 *
 * <p>It says what exists and how it is published. Who sees it and when, the room {@code access} decides; what must not
 * outlive a module or a page listens to their removal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web", "accounts", "areas", "catalog"})
package io.cohorte.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
