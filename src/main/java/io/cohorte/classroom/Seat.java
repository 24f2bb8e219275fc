package io.cohorte.classroom;

import io.cohorte.access.StudentFacts;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.web.AreaLook;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody sees a product: as whom, and at what moment.
 *
 * @param viewer who looks
 * @param student whose progress and comments are theirs; null for a group's view
 * @param name how the area names the student; null for a group's view
 * @param group null for staff who are no students
 * @param changedBy the mark of the product's outline
 * @param reader the zone its student chose to read times in; null for that of the product
 * @param path below which its pages lie, without a slash at its end
 */
public record Seat(
        Area area,
        ProductView product,
        AccountId viewer,
        @Nullable AccountId student,
        @Nullable String name,
        @Nullable Group group,
        StudentFacts facts,
        long changedBy,
        Instant moment,
        Kind kind,
        @Nullable ZoneId reader,
        String path) {

    /** The area a classroom is in, as it shows itself. */
    public record Area(AreaId id, String slug, String name, AreaLook look) {}

    /** The group a seat is in. */
    public record Group(GroupId id, String name) {}

    public enum Kind {
        /** A student, in their own seat. */
        STUDENT,
        /** Staff, who see everything (product.md D26). */
        STAFF,
        /** Staff in the seat of a student or a group, who do nothing there. */
        VIEW_AS
    }

    public boolean isReadOnly() {
        return kind == Kind.VIEW_AS;
    }

    public boolean isStaff() {
        return kind == Kind.STAFF;
    }

    /** Whether what is done here counts as progress. */
    public boolean counts() {
        return kind == Kind.STUDENT;
    }

    /** In which the product's days are counted. */
    public ZoneId zone() {
        return product.zone();
    }

    /** In which moments are shown. */
    public ZoneId shownIn() {
        return reader == null ? zone() : reader;
    }
}
