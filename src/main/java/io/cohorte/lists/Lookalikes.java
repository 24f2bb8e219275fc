package io.cohorte.lists;

import io.cohorte.accounts.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows domains that differ by one slip of the finger from those that nearly everybody means. */
public final class Lookalikes {

    private static final List<String> MEANT = List.of(
            "gmail.com",
            "hotmail.com",
            "hotmail.es",
            "hotmail.com.br",
            "outlook.com",
            "outlook.es",
            "outlook.com.br",
            "yahoo.com",
            "yahoo.es",
            "yahoo.com.br",
            "yahoo.com.mx",
            "yahoo.com.ar",
            "icloud.com");

    /** So near to others, and yet real. */
    private static final Set<String> REAL = Set.of("mail.com", "ymail.com", "email.com", "fmail.com", "hotmail.co");

    private Lookalikes() {}

    /** The domain that was probably meant by that of an address; empty for what may well be right. */
    public static Optional<String> meant(EmailAddress address) {
        String domain = address.value().substring(address.value().lastIndexOf('@') + 1);
        if (MEANT.contains(domain) || REAL.contains(domain)) {
            return Optional.empty();
        }
        return MEANT.stream()
                .filter(it -> isOneSlipFrom(it, domain) && !isOfAnotherCountry(it, domain))
                .findFirst();
    }

    /** Countries are a letter apart without a slip. */
    private static boolean isOfAnotherCountry(String meant, String typed) {
        String country = meant.substring(meant.length() - 3);
        return country.startsWith(".") && typed.charAt(typed.length() - 3) == '.' && !typed.endsWith(country);
    }

    /** One letter more, less or another, or two changed about. */
    private static boolean isOneSlipFrom(String meant, String typed) {
        int longer = typed.length() - meant.length();
        if (Math.abs(longer) > 1) {
            return false;
        }
        int at = 0;
        while (at < Math.min(meant.length(), typed.length()) && meant.charAt(at) == typed.charAt(at)) {
            at++;
        }
        if (longer != 0) {
            String rest = longer > 0 ? meant.substring(at) : typed.substring(at);
            return (longer > 0 ? typed : meant).substring(at + 1).equals(rest);
        }
        boolean another = meant.substring(at + 1).equals(typed.substring(at + 1));
        boolean changedAbout = at + 1 < meant.length()
                && meant.charAt(at) == typed.charAt(at + 1)
                && meant.charAt(at + 1) == typed.charAt(at)
                && meant.substring(at + 2).equals(typed.substring(at + 2));
        return another || changedAbout;
    }
}
