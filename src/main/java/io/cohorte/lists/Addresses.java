package io.cohorte.lists;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.InvalidEmail;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses, and tells of those that are none what people usually got wrong (product.md D17). */
final class Addresses {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]");
    private static final String MARKS = ".,;:";

    private Addresses() {}

    static Optional<EmailAddress> read(String text) {
        if (text.indexOf('@') < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(EmailAddress.of(text));
        } catch (InvalidEmail invalid) {
            return Optional.empty();
        }
    }

    /** Why a text is no address that is accepted. */
    static ProblemCode reason(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return ProblemCode.EMAIL_WITHOUT_AT;
        }
        if (text.indexOf('@') < at && !text.startsWith("\"")) {
            return ProblemCode.SEVERAL_EMAILS;
        }
        if (text.indexOf('<') >= 0 && text.indexOf('>') > at) {
            return ProblemCode.EMAIL_WITH_NAME;
        }
        if (MARKS.indexOf(text.charAt(text.length() - 1)) >= 0) {
            return ProblemCode.EMAIL_ENDS_WITH_MARK;
        }
        if (SPACE.matcher(text).find()) {
            return ProblemCode.EMAIL_WITH_SPACE;
        }
        if (text.length() > LONGEST || at > LONGEST_LOCAL_PART) {
            return ProblemCode.EMAIL_TOO_LONG;
        }
        if (!ASCII.matcher(text.substring(0, at)).matches()) {
            return ProblemCode.EMAIL_NOT_ASCII;
        }
        boolean noEnding = at > 0 && at < text.length() - 1 && text.indexOf('.', at) < 0 && text.indexOf('[', at) < 0;
        return noEnding ? ProblemCode.EMAIL_WITHOUT_ENDING : ProblemCode.BAD_EMAIL;
    }
}
