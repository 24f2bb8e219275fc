/**
 * Mail: an outbox that is written in the transaction of its cause, and what carries it to an SMTP server afterwards.
 *
 * <p>It knows no room above it. What a message says, whom it reaches and whose colours it wears it asks, when it is sent,
 * through the interfaces declared here ({@code MessageWriter}, {@code Recipients}, {@code Senders}), which the rooms fill
 * in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web"})
package io.cohorte.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
