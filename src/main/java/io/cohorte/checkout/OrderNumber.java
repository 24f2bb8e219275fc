package io.cohorte.checkout;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** By what buyer and producer know an order: 8 characters without those that look alike, in the reference of a transfer. */
final class OrderNumber {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final Pattern NUMBER = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private OrderNumber() {}

    /** There are 2 to the power of 40: an area that meets one of its own again is told so by its key, and tries again. */
    static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, it) -> text.append(ALPHABET.charAt(it)), StringBuilder::append)
                .toString();
    }

    /** The number in what somebody typed, be it set off by a dash or in small letters. */
    static Optional<String> read(String typed) {
        String number = typed.replaceAll("[\\s#-]", "").toUpperCase(Locale.ROOT);
        return Optional.of(number).filter(it -> NUMBER.matcher(it).matches());
    }

    /** As people read it best. */
    static String shown(String number) {
        return number.substring(0, LENGTH / 2) + "-" + number.substring(LENGTH / 2);
    }
}
