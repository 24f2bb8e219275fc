package io.cohorte.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the button of a message leads.
 *
 * @param purpose what it is for, as the operator's log calls it
 * @param url built from the base URL
 * @param token the part of it that nobody but its person may see; null if anybody may
 */
public record SecretLink(
        String purpose, String url, @Nullable String token) {

    private static final String MASK = "••••••••";

    /** A link to a page that asks whoever comes to sign in. */
    public static SecretLink open(String purpose, String url) {
        return new SecretLink(purpose, url, null);
    }

    public boolean isSecret() {
        return token != null;
    }

    /** A text without the secret, as it is kept and shown. */
    public String mask(String text) {
        return Optional.ofNullable(token).map(it -> text.replace(it, MASK)).orElse(text);
    }
}
