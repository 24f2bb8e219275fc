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
    private static final Pattern LOCAL_PART =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=[a-z])[a-z0-9-]{1,62}[a-z0-9]");

    public EmailAddress {
        if (!value.equals(normalise(value))) {
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
        if (at < 1) {
            throw new InvalidEmail();
        }
        String local = address.substring(0, at);
        String domain = ascii(address.substring(at + 1));
        String normal = local + "@" + domain;
        boolean valid = local.length() <= LONGEST_LOCAL_PART
                && normal.length() <= LONGEST
                && LOCAL_PART.matcher(local).matches()
                && DOMAIN.matcher(domain).matches();
        if (!valid) {
            throw new InvalidEmail();
        }
        return normal;
    }

    private static String ascii(String domain) {
        if (domain.length() > LONGEST) {
            throw new InvalidEmail();
        }
        if (DOMAIN.matcher(domain).matches()) {
            return domain;
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
