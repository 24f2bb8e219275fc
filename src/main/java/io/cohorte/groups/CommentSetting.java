package io.cohorte.groups;

/** Whether the students of a group may comment on pages. */
public enum CommentSetting {
    /** What they write is seen by the group at once. */
    OPEN,
    /** What they write is seen by the group once somebody approved it. */
    APPROVED_FIRST,
    /** They write nothing, and see nothing of what was written before. */
    OFF
}
