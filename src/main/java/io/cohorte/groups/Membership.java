package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student in a product: always in exactly one of its groups, and in while any grant is live. It outlives its grants,
 * so that place and history are there when the student comes back.
 */
@Entity
@Table(name = "memberships")
class Membership {

    @EmbeddedId
    private MembershipKey key;

    private UUID groupId;

    private LocalDate anchor;

    private Instant joinedAt;

    private @Nullable Instant accessEndsAt;

    private @Nullable Instant removedAt;

    private @Nullable Instant blockedAt;

    private @Nullable Instant suspendedAt;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "product_id", referencedColumnName = "product_id", insertable = false, updatable = false)
    @JoinColumn(name = "student_id", referencedColumnName = "student_id", insertable = false, updatable = false)
    private List<Grant> grants = new ArrayList<>();

    @Version
    private @Nullable Long version;

    Membership(ProductId product, AccountId student, GroupId group, LocalDate anchor, GrantKind kind, Instant now) {
        this.key = MembershipKey.of(product, student);
        this.groupId = Objects.requireNonNull(group).value();
        this.anchor = anchor;
        this.joinedAt = now;
        grants.add(new Grant(new GrantKey(product.value(), student.value(), kind, Ids.next()), group, now));
    }

    protected Membership() {}

    /** Leaves the present group for another; the anchor stays (product.md D7). */
    void moveTo(GroupId group) {
        this.groupId = Objects.requireNonNull(group).value();
    }

    /** Counts "N days after purchase" from another day. */
    void restartAt(LocalDate day) {
        this.anchor = day;
    }

    /** Ends every grant: the student is out, group and anchor are kept. */
    void remove(Instant now) {
        grants.forEach(it -> it.end(EndReason.REMOVED, now));
        accessEndsAt = now;
        removedAt = now;
        suspendedAt = null;
    }

    /** Keeps the student out, whatever grants there are or come (product.md D5), until {@link #unblock()}. */
    void block(Instant now) {
        if (blockedAt == null) {
            blockedAt = now;
        }
    }

    void unblock() {
        blockedAt = null;
    }

    boolean isBlocked() {
        return blockedAt != null;
    }

    /** Whether any grant is live; a blocked student is in too, without access. */
    boolean isIn(Instant now) {
        return grants.stream().anyMatch(it -> it.isLive(now));
    }

    /** Whether any grant is left, be it suspended, so that there is something to remove. */
    boolean hasPlace(Instant now) {
        return grants.stream().anyMatch(it -> it.isOpen(now));
    }

    GroupId group() {
        return new GroupId(groupId);
    }

    LocalDate anchor() {
        return anchor;
    }
}
