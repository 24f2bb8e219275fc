package io.cohorte.console;

import io.cohorte.shared.Permission;

/** What staff can do so that somebody sees a page (product.md 1.5). */
public enum Fix {
    /** Adds the student's group to those the page is for. */
    INCLUDE("include", Permission.EDIT_CONTENT),
    /** Moves the student to another group. */
    MOVE("move", Permission.SERVE_STUDENTS),
    PUBLISH_MODULE("publish-module", Permission.EDIT_CONTENT),
    PUBLISH_PAGE("publish-page", Permission.EDIT_CONTENT),
    /** Leads to the page's rules of release and expiry. */
    RULES("rules", Permission.EDIT_CONTENT),
    VIDEO_ONLINE("video", Permission.EDIT_CONTENT),
    /** Changes the page's password, or has the page ask for none. */
    PASSWORD("password", Permission.EDIT_CONTENT),
    UNBLOCK("unblock", Permission.MANAGE),
    /** Leads to the import by hand. */
    ENROL("enrol", Permission.MANAGE),
    /** Tells the student by mail once more how to get in. */
    RESEND("resend", Permission.SERVE_STUDENTS);

    private final String path;
    private final Permission permission;

    Fix(String path, Permission permission) {
        this.path = path;
        this.permission = permission;
    }

    public String path() {
        return path;
    }

    public Permission permission() {
        return permission;
    }

    /** The key of what is said once it is done. */
    String done() {
        return "console.fixed.%s".formatted(path);
    }
}
