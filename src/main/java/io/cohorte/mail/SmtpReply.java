package io.cohorte.mail;

import jakarta.mail.MessagingException;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Why a mail server did not take a message.
 *
 * @param code of three digits; 0 where the server said nothing because the connection broke or stalled
 * @param permanent whether it will say the same however often it is asked: it refused this recipient or this message, not
 *     the sender, whom the operator can set right
 * @param words the server's own, tidy
 */
record SmtpReply(int code, boolean permanent, String words) {

    static SmtpReply of(MessagingException failure) {
        for (Exception it = failure; it instanceof MessagingException each; it = each.getNextException()) {
            if (each instanceof SMTPAddressFailedException refused) {
                return spoken(refused.getReturnCode(), refused.getCommand(), each);
            }
        }
        if (failure instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
            return spoken(refused.getReturnCode(), refused.getCommand(), failure);
        }
        return new SmtpReply(0, false, words(failure));
    }

    private static SmtpReply spoken(int code, String command, MessagingException failure) {
        boolean ofTheSender =
                command != null && command.toUpperCase(Locale.ROOT).startsWith("MAIL");
        return new SmtpReply(code, code / 100 == 5 && !ofTheSender, words(failure));
    }

    boolean isSpoken() {
        return code > 0;
    }

    private static String words(MessagingException failure) {
        Exception cause = failure.getNextException();
        String message = failure.getMessage() == null || failure.getMessage().isBlank()
                ? failure.getClass().getSimpleName()
                : failure.getMessage();
        // What broke the connection stands in the cause: the message itself says no more than that it did.
        return ServerWords.tidy(
                cause == null || cause instanceof MessagingException || cause.getMessage() == null
                        ? message
                        : message + " (" + cause.getMessage() + ")");
    }
}
