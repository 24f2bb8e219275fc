package io.cohorte.web;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param locale the language this person chose; null to follow the browser
 * @param operator whether this is the account made at set-up
 */
public record Visitor(
        AccountId account, String email, @Nullable Locale locale, boolean operator) {

    public Actor asActor() {
        return Actor.person(account);
    }
}
