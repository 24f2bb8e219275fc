package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message that a person, or the staff for that person, asked for: it goes before everything queued set-wise.
 *
 * @param kind one of those a {@link MessageWriter} writes
 * @param area on whose behalf it is sent, and on whose pages it stands; null for what concerns the account alone
 * @param product what it is about; null for none
 * @param cause what it goes back to; a UUIDv7
 * @param address where it goes if not to the account's own address; null for that one
 */
public record Letter(
        String kind,
        @Nullable AreaId area,
        @Nullable ProductId product,
        UUID cause,
        AccountId account,
        @Nullable String address) {

    /** About the account alone, with a cause of its own. */
    public static Letter of(String kind, AccountId account) {
        return new Letter(kind, null, null, Ids.next(), account, null);
    }

    /** Sent on behalf of an area, with a cause of its own. */
    public static Letter of(String kind, AreaId area, AccountId account) {
        return new Letter(kind, area, null, Ids.next(), account, null);
    }

    /** The same letter, to an address that is not the account's own. */
    public Letter to(@Nullable String other) {
        return new Letter(kind, area, product, cause, account, other);
    }

    public MessageKey key() {
        return new MessageKey(cause, account, kind);
    }
}
