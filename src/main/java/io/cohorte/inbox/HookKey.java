package io.cohorte.inbox;

import java.security.SecureRandom;

/** The part of a hook's address that nobody can guess: 32 small letters and digits are 165 bits. */
final class HookKey {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private HookKey() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, it) -> text.append(ALPHABET.charAt(it)), StringBuilder::append)
                .toString();
    }
}
