/**
 * The groups of a product and the students in them: the hard rules of the house live here.
 *
 * <p>A product has exactly one default group ({@code ProductGroups}); a student of a product is in exactly one of its
 * groups ({@code Membership}) and stays a student while any of their grants is live. Every join, move, block and removal
 * stands in the membership history.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web", "mail", "accounts", "areas", "catalog"})
package io.cohorte.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
