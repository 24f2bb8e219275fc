package io.cohorte.mail;

import java.util.Optional;
import java.util.Set;

/**
 * Writes messages of some kinds at the moment they are sent, not when they are queued: what they say is true then, and a
 * token is made only for a mail that leaves. A room that has messages to send declares a bean of it.
 */
public interface MessageWriter {

    /** The kinds it writes, each in capitals; no other writer writes them. */
    Set<String> kinds();

    /**
     * Writes a message. It is called again for each attempt to send it, so a token is made anew then, while earlier ones
     * stay valid.
     *
     * @return what it says; empty if nobody needs it any more
     */
    Optional<Wording> write(Message message);
}
