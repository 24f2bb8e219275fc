package io.cohorte.accounts;

import io.cohorte.shared.PlainText;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A normalised e-mail address (product.md D17): trimmed, composed (NFC), in lower case, its domain in ASCII; nothing
 * else is merged. Two addresses are the same account exactly if they are equal in this form.
 */
public record EmailAddress(String value) implements Comparable<EmailAddress> {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    /** Neither gives back what it has taken: an import reads a million addresses. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");

    /** Labels of 63 characters at most; the last begins with a letter and has two at least. */
    private static final Pattern DOMAIN = Pattern.compile("(?:(?![^.]{64})[a-z0-9]++(?:-++[a-z0-9]++)*+\\.)++"
            + "(?![^.]{64})(?=[a-z].)[a-z0-9]++(?:-++[a-z0-9]++)*+");

    public EmailAddress {
        if (!isNormal(value)) {
            throw new InvalidEmail();
        }
    }

    /**
     * Reads an address as somebody typed it.
     *
     * @throws InvalidEmail if it is none, or one of a kind that is not accepted: non-ASCII or quoted local parts,
     *     IP literals, more than 254 characters
     */
    public static EmailAddress of(String typed) {
        return new EmailAddress(normalise(typed));
    }

    /** What stands before the {@code @}. */
    String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    private static String normalise(String typed) {
        String address = PlainText.trim(typed).toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1);
        return at < 0 || isAscii(domain) ? address : address.substring(0, at + 1) + ascii(domain);
    }

    private static boolean isNormal(String address) {
        int at = address.lastIndexOf('@');
        return at >= 1
                && at <= LONGEST_LOCAL_PART
                && address.length() <= LONGEST
                && LOCAL_PART.matcher(address.substring(0, at)).matches()
                && DOMAIN.matcher(address.substring(at + 1)).matches();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(it -> it < 0x80);
    }

    private static String ascii(String domain) {
        if (domain.length() > LONGEST) {
            throw new InvalidEmail();
        }
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unfit) {
            throw new InvalidEmail();
        }
    }

    @Override
    public int compareTo(EmailAddress other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
