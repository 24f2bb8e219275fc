package io.cohorte.mail;

/** What came of an attempt to send a message. */
sealed interface Outcome {

    /** The mail server took it. */
    record Sent(ComposedMail mail) implements Outcome {}

    /** It could not be sent now. */
    record Deferred(String words) implements Outcome {}

    /** It will never be taken. */
    record Refused(String words) implements Outcome {}

    /** Nobody needs it any more. */
    record NotNeeded() implements Outcome {}
}
