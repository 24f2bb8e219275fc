package io.cohorte.groups;

import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the groups of a product; changed through {@link ProductGroups} alone. */
@Entity
@Table(name = "groups")
class Group {

    private static final int LONGEST_NAME = 100;

    @EmbeddedId
    private GroupKey key;

    private String name;

    private String nameKey;

    @Enumerated(EnumType.STRING)
    private CommentSetting comments;

    private Instant createdAt;

    @Version
    private @Nullable Long version;

    Group(ProductId product, GroupId id, String name, Instant now) {
        this.key = GroupKey.of(product, id);
        this.createdAt = now;
        this.comments = CommentSetting.OPEN;
        rename(name);
    }

    protected Group() {}

    void rename(String name) {
        this.name = PlainText.requireName(name, LONGEST_NAME);
        this.nameKey = PlainText.nameKey(name);
    }

    void letComment(CommentSetting setting) {
        this.comments = setting;
    }

    GroupId id() {
        return new GroupId(key.groupId());
    }

    String name() {
        return name;
    }

    CommentSetting comments() {
        return comments;
    }

    boolean isNamed(String other) {
        return nameKey.equals(PlainText.nameKey(other));
    }

    long version() {
        return version == null ? 0 : version;
    }
}
