package io.cohorte.mail;

/** What became of a message so far. */
public enum MailState {
    /** Written, but not to be sent before somebody releases it. */
    HELD,
    /** To be sent: for the first time, or again after a pause. */
    WAITING,
    /** The mail server took it. */
    SENT,
    /** The mail server refused it for good, or for two days. */
    GIVEN_UP,
    /** Never sent: taken back, or needed no more when its turn came. */
    WITHDRAWN
}
