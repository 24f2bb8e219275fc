/**
 * The UI shell: layout, form and table fragments, navigation, error pages, language, security headers, and the
 * interceptor through which every request passes.
 *
 * <p>It knows no room above it. What it needs from there (who is signed in, may they, what tabs are there) it asks
 * through the interfaces and records declared here, which the rooms fill in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.cohorte.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
