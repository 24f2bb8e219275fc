/**
 * Imports: bringing people in, from pasted text or listed by hand.
 *
 * <p>Text ({@code ImportText}) or a list ({@code ManualList}) becomes rows, rows wait in the database, and a job takes them in chunks
 * through the set-wise doors of the rooms that own accounts, people and memberships. What became of each line stays.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web", "accounts", "areas", "lists", "catalog", "groups"})
package io.cohorte.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
