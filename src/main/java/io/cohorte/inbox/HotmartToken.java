package io.cohorte.inbox;

import io.cohorte.shared.PlainText;
import io.cohorte.shared.Sha256;
import java.util.regex.Pattern;

/** The secret by which Hotmart shows that it is Hotmart (product.md 71), of which only the hash is kept. */
final class HotmartToken {

    /** What can stand in a header; shorter ones could be tried out. */
    private static final Pattern FORM = Pattern.compile("[!-~]{8,200}");

    private HotmartToken() {}

    /**
     * Reads a token as somebody typed or pasted it.
     *
     * @return its SHA-256
     * @throws InvalidHotmartToken unless it has 8 to 200 printable ASCII characters, no space among them
     */
    static byte[] hashOf(String typed) {
        String token = PlainText.trim(typed);
        if (!FORM.matcher(token).matches()) {
            throw new InvalidHotmartToken();
        }
        return Sha256.of(token);
    }
}
