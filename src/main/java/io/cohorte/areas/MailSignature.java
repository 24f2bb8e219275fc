package io.cohorte.areas;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.InvalidEmail;
import io.cohorte.shared.PlainText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an area signs its mail.
 *
 * @param name of the sender, tidy, 1 to 100 characters; null for the area's own
 * @param replyTo where answers go; null for nowhere
 */
public record MailSignature(@Nullable String name, @Nullable EmailAddress replyTo) {

    /** By the area's name, with no address for answers. */
    public static final MailSignature PLAIN = new MailSignature(null, null);

    private static final int LONGEST_NAME = 100;

    public MailSignature {
        if (name != null) {
            PlainText.requireName(name, LONGEST_NAME);
        }
    }

    /**
     * Reads a signature as somebody typed it.
     *
     * @throws InvalidSignature if the name is too long or the address is none
     */
    public static MailSignature of(@Nullable String name, @Nullable String replyTo) {
        Optional<String> tidyName = filled(name);
        if (tidyName.filter(it -> PlainText.length(it) > LONGEST_NAME).isPresent()) {
            throw new InvalidSignature("areas.sender.too-long", "sender");
        }
        return new MailSignature(
                tidyName.orElse(null),
                filled(replyTo).map(MailSignature::address).orElse(null));
    }

    private static Optional<String> filled(@Nullable String typed) {
        return Optional.ofNullable(typed).map(PlainText::tidy).filter(it -> !it.isEmpty());
    }

    private static EmailAddress address(String typed) {
        try {
            return EmailAddress.of(typed);
        } catch (InvalidEmail none) {
            throw new InvalidSignature("areas.reply-to.invalid", "replyTo");
        }
    }

    /** What the audit may keep: an address is somebody's, its domain is not. */
    String replyDomain() {
        return replyTo == null ? "" : replyTo.value().substring(replyTo.value().lastIndexOf('@'));
    }
}
