/**
 * Accounts: an e-mail address with a password, one for all areas and products of this installation.
 *
 * <p>Signing in and out, the links by which a person without a password gets in, one who forgot it chooses another, or another
 * address is confirmed, the mails that bring them, and the language somebody chose. How a person is named, and what they may
 * do, is the business of each area.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web", "mail"})
package io.cohorte.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
