package io.cohorte.web;

import io.cohorte.shared.Permission;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Where larger files may be sent than anywhere else, declared as a bean by the room whose forms those are.
 *
 * @param path a pattern below {@code /areas/{area}}
 * @param permission in the area, without which the usual bound holds
 * @param most the bytes a request may have
 */
public record UploadPlace(PathPattern path, Permission permission, long most) {

    public UploadPlace(String path, Permission permission, long most) {
        this(PathPatternParser.defaultInstance.parse(path), permission, most);
    }

    boolean isAt(PathContainer requested) {
        return path.matches(requested);
    }
}
