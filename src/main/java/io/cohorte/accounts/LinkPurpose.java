package io.cohorte.accounts;

import java.time.Duration;

/** What a link to an account is for, where it leads and how long it can be used. */
enum LinkPurpose {
    ACTIVATION("/activate/", Duration.ofDays(7)),
    ADDRESS_CHANGE("/address/", Duration.ofDays(1)),
    PASSWORD_RESET("/password/", Duration.ofHours(1));

    private final String path;
    private final Duration lifetime;

    LinkPurpose(String path, Duration lifetime) {
        this.path = path;
        this.lifetime = lifetime;
    }

    String path() {
        return path;
    }

    Duration lifetime() {
        return lifetime;
    }
}
