/**
 * Who opened and finished which page of a product, and the figures made from that.
 *
 * <p>What is kept here outlives the pages and memberships it tells of: it serves as evidence. Whether somebody may see a
 * page is found out before anything is noted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web", "areas", "catalog", "content", "groups", "access"})
package io.cohorte.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
