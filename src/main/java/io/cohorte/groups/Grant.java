package io.cohorte.groups;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reason why a student is in a product, and until when (product.md D4); changed through {@link Membership} alone. */
@Entity
@Table(name = "grants")
class Grant {

    @EmbeddedId
    private GrantKey key;

    private UUID groupId;

    private Instant startsAt;

    private @Nullable Instant endsAt;

    private @Nullable Instant suspendedSince;

    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endedBecause;

    @Version
    private @Nullable Long version;

    Grant(GrantKey key, GroupId group, Instant startsAt) {
        this.key = key;
        this.groupId = group.value();
        this.startsAt = startsAt;
    }

    protected Grant() {}

    /** Whether it still holds the student's place, be it suspended. */
    boolean isOpen(Instant now) {
        return endedAt == null && (endsAt == null || endsAt.isAfter(now));
    }

    boolean isLive(Instant now) {
        return suspendedSince == null && isOpen(now);
    }

    void end(EndReason reason, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endedBecause = reason;
        }
    }
}
