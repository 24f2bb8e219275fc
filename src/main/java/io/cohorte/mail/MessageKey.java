package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import java.util.UUID;

/**
 * By what a message is known, so that it cannot exist twice.
 *
 * @param cause what it goes back to: an import, or a command of its own; a UUIDv7
 * @param kind one of those a {@link MessageWriter} writes
 */
public record MessageKey(UUID cause, AccountId account, String kind) {}
