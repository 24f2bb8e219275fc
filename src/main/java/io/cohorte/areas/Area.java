package io.cohorte.areas;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A producer's site. */
@Entity
@Table(name = "areas")
class Area {

    @Id
    @Column(name = "area_id")
    private UUID id;

    private String slug;

    private String name;

    private String locale;

    private String zone;

    private String colour;

    private @Nullable String senderName;

    private @Nullable String replyTo;

    /** One of its owners; which, is changed where owners are made and removed. */
    @Column(updatable = false)
    private UUID ownerId;

    private Instant createdAt;

    @Version
    private @Nullable Long version;

    Area(AreaId id, AreaDescription description, AccountId owner, Instant now) {
        this.id = id.value();
        this.ownerId = owner.value();
        this.createdAt = now;
        describe(description);
    }

    protected Area() {}

    void describe(AreaDescription description) {
        this.name = description.name();
        this.slug = description.slug().value();
        this.locale = description.language().tag();
        this.zone = description.zone().getId();
        this.colour = description.colour().hex();
        this.senderName = description.signature().name();
        this.replyTo = Optional.ofNullable(description.signature().replyTo())
                .map(EmailAddress::value)
                .orElse(null);
    }

    AreaDescription description() {
        return new AreaDescription(
                name,
                new Slug(slug),
                Language.of(locale).orElseThrow(),
                ZoneId.of(zone),
                new Colour(colour),
                new MailSignature(
                        senderName,
                        Optional.ofNullable(replyTo).map(EmailAddress::new).orElse(null)));
    }

    long version() {
        return version == null ? 0 : version;
    }
}
