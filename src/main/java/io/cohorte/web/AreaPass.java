package io.cohorte.web;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.Permission;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** An area as the visitor of this request may use it. A handler below {@code /areas/{area}} takes it as a parameter. */
public record AreaPass(
        AreaId id, String slug, String name, Locale locale, ZoneId zone, AreaLook look, Set<Permission> permissions) {

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    public String path() {
        return "/areas/" + slug;
    }
}
