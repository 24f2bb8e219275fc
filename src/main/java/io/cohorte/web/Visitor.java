package io.cohorte.web;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param locale the language this person chose; null to follow the browser
 * @param zone the one this person chose to read times in; null to read them in that of each product or area
 * @param operator whether this is the account made at set-up
 */
public record Visitor(
        AccountId account,
        String email,
        @Nullable Locale locale,
        @Nullable ZoneId zone,
        boolean operator) {

    public Actor asActor() {
        return Actor.person(account);
    }
}
