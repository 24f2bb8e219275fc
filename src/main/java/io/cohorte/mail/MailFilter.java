package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of an area are asked for.
 *
 * @param state null for all
 * @param person null for everybody
 */
public record MailFilter(
        AreaId area, @Nullable MailState state, @Nullable AccountId person) {}
