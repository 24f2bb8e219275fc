package io.cohorte.inbox;

/** What has become of an entry. */
public enum EntryState {
    /** Not worked on yet. */
    WAITING,
    /** It changed a purchase, or said what was known. */
    APPLIED,
    /** Kept and shown; there is nothing to do for it. */
    NOTED,
    /** A test event of the vendor's: creates nobody. */
    TEST,
    /** It names a product or offer that is linked to none of ours: it waits for that. */
    UNLINKED,
    /** It is clear, and can't be applied as things are: somebody should look, and then have it replayed. */
    STUCK,
    /** The body could not be read. */
    BROKEN
}
