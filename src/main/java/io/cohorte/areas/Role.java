package io.cohorte.areas;

import static io.cohorte.shared.Permission.EDIT_CONTENT;
import static io.cohorte.shared.Permission.MANAGE;
import static io.cohorte.shared.Permission.MODERATE;
import static io.cohorte.shared.Permission.OWN_AREA;
import static io.cohorte.shared.Permission.READ_AS_STAFF;
import static io.cohorte.shared.Permission.SERVE_STUDENTS;

import io.cohorte.shared.Permission;
import java.util.Set;

/** What somebody is in the staff of an area. One person may be several; their permissions add up. */
public enum Role {
    OWNER(OWN_AREA, MANAGE, EDIT_CONTENT, SERVE_STUDENTS, MODERATE, READ_AS_STAFF),
    ADMINISTRATOR(MANAGE, EDIT_CONTENT, SERVE_STUDENTS, MODERATE, READ_AS_STAFF),
    CONTENT_EDITOR(EDIT_CONTENT, READ_AS_STAFF),
    MODERATOR(MODERATE, READ_AS_STAFF),
    SUPPORT(SERVE_STUDENTS, READ_AS_STAFF);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** What somebody needs in the area to give this role or take it away (product.md D19). */
    public Permission changedWith() {
        return this == OWNER || this == ADMINISTRATOR ? OWN_AREA : MANAGE;
    }
}
