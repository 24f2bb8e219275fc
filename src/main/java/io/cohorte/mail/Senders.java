package io.cohorte.mail;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows on whose behalf mail is sent: how an area is named, speaks and looks. */
public interface Senders {

    /**
     * An area as its mail shows it.
     *
     * @param name above the message
     * @param from the name the message comes from, which stands beside the operator's address
     * @param replyTo where answers go; null for nowhere
     * @param colour of the button, as {@code #rrggbb}
     * @param onColour what is written on it
     * @param inColour words of that colour that can be read on white
     */
    record Sender(
            String name,
            String from,
            @Nullable String replyTo,
            Language language,
            String colour,
            String onColour,
            String inColour) {}

    Optional<Sender> of(AreaId area);

    /** The area an account belongs to if it belongs to one alone: what concerns the account only is told in its name. */
    Optional<AreaId> onlyAreaOf(AccountId account);
}
