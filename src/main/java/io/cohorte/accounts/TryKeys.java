package io.cohorte.accounts;

import io.cohorte.shared.PlainText;
import io.cohorte.shared.Sha256;
import java.util.Locale;

/**
 * What tries are counted under, hashed: neither addresses nor sources are kept.
 *
 * @param pair of a source and an address
 * @param turn of a source at an address
 */
record TryKeys(byte[] source, byte[] pair, byte[] address, byte[] turn) {

    /**
     * @param what is tried; what is tried for another reason is counted apart
     * @param typed the address as it was typed, be it one or not
     * @param remote the network address it comes from
     */
    static TryKeys of(String what, String typed, String remote) {
        String address = normal(typed);
        String source = Source.of(remote);
        return new TryKeys(
                Sha256.of(what + " source " + source),
                Sha256.of(what + " pair " + source + " " + address),
                Sha256.of(what + " address " + address),
                Sha256.of(what + " turn " + source + " " + address));
    }

    private static String normal(String typed) {
        try {
            return EmailAddress.of(typed).value();
        } catch (InvalidEmail none) {
            return PlainText.trim(typed).toLowerCase(Locale.ROOT);
        }
    }
}
