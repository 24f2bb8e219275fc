package io.cohorte.content;

import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a product that holds pages. Unpublished, it hides them all. */
@Entity
@Table(name = "modules")
class Module {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_DESCRIPTION = 2_000;

    @EmbeddedId
    private ModuleKey key;

    private String name;

    private String description;

    /** Written set-wise, and never over what somebody else arranged meanwhile. */
    @Column(updatable = false)
    private int position;

    private boolean published;

    private Instant createdAt;

    @Version
    private @Nullable Long version;

    /** A module nobody sees until it is published. */
    Module(ProductId product, ModuleId id, String name, String description, int position, Instant now) {
        this.key = ModuleKey.of(product, id);
        this.position = position;
        this.createdAt = now;
        describe(name, description);
    }

    protected Module() {}

    void describe(String name, String description) {
        this.name = PlainText.requireName(name, LONGEST_NAME);
        if (PlainText.length(description) > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("a description of at most " + LONGEST_DESCRIPTION + " characters");
        }
        this.description = description;
    }

    void publish() {
        published = true;
    }

    void unpublish() {
        published = false;
    }

    ModuleId id() {
        return new ModuleId(key.moduleId());
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    boolean isPublished() {
        return published;
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** What of it decides who sees its pages. */
    Map<String, ?> state() {
        return Map.of("published", published);
    }
}
