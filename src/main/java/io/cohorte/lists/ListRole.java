package io.cohorte.lists;

import io.cohorte.areas.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an import makes of a person: a student of its product, or staff of the whole area, who need no group and get no
 * membership (product.md D19).
 */
public enum ListRole {
    STUDENT(null),
    MODERATOR(Role.MODERATOR),
    CONTENT_EDITOR(Role.CONTENT_EDITOR),
    ADMINISTRATOR(Role.ADMINISTRATOR);

    private final @Nullable Role staff;

    ListRole(@Nullable Role staff) {
        this.staff = staff;
    }

    /** The role in the staff; empty for students. */
    public Optional<Role> staff() {
        return Optional.ofNullable(staff);
    }
}
