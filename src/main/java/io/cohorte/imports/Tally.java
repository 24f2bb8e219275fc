package io.cohorte.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How many lines of a list stand how; each line is counted once.
 *
 * @param students who would be enrolled
 * @param staff who would get a role they do not have
 * @param here in, and nothing to change
 * @param elsewhere in, in another group, whatever their date
 * @param otherDate in, in their group, with another date
 */
@Embeddable
public record Tally(
        @Column(name = "new_students") int students,
        @Column(name = "new_staff") int staff,
        @Column(name = "here") int here,
        @Column(name = "elsewhere") int elsewhere,
        @Column(name = "other_date") int otherDate) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Lines that are not refused. */
    public int good() {
        return students + staff + here + elsewhere + otherDate;
    }
}
