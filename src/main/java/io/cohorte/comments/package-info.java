/**
 * What students and staff write under pages, and its moderation.
 *
 * <p>A comment stays in the group where it was written (product.md D11): students read their own group's, staff those of
 * all. That a page is open to who writes under it has been found out before; whether the group lets its students comment
 * is asked here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web", "mail", "accounts", "areas", "catalog", "content", "groups"})
package io.cohorte.comments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
