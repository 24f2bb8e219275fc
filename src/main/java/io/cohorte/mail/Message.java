package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Language;
import io.cohorte.shared.ProductId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message whose turn has come.
 *
 * @param area on whose behalf it is sent; null for none
 * @param product what it is about; null for none
 * @param address where it goes if not to the account's own address; null for that one
 * @param language in which it will be read
 * @param queuedAt when its cause came about
 */
public record Message(
        MessageKey key,
        @Nullable AreaId area,
        @Nullable ProductId product,
        @Nullable String address,
        Language language,
        Instant queuedAt) {

    public AccountId account() {
        return key.account();
    }

    public String kind() {
        return key.kind();
    }
}
