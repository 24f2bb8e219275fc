package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * What an import did to a student: enrolled, moved or re-dated them.
 *
 * @param command under which it stands in their history; later commands have greater ids
 */
public record Touch(AccountId student, UUID command, Instant at) {}
