package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as staff see it.
 *
 * @param product what it is about; null for none
 * @param dueAt when it may be sent, or is tried again
 * @param sentAt when the mail server took it last; null if it never did
 * @param attempts how often the mail server was asked, since it was last queued
 * @param failure the last words of the mail server; null for none
 */
public record MailView(
        UUID cause,
        AccountId account,
        String kind,
        MailState state,
        @Nullable ProductId product,
        Instant queuedAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable String failure) {

    public MessageKey key() {
        return new MessageKey(cause, account, kind);
    }

    /** Whether staff may have it sent again. */
    public boolean canBeResent() {
        return state == MailState.SENT || state == MailState.GIVEN_UP;
    }

    /** Whether it waits because the mail server did not take it so far. */
    public boolean isRetried() {
        return state == MailState.WAITING && attempts > 0;
    }

    /** Below the page of the area's mail. */
    public String path() {
        return "/" + cause + "/" + account + "/" + kind;
    }
}
