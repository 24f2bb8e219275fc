package io.cohorte.areas;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
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

    private Instant createdAt;

    @Version
    private @Nullable Long version;

    Area(AreaId id, String slug, String name, Language language, ZoneId zone, Instant now) {
        this.id = id.value();
        this.slug = slug;
        this.name = name;
        this.locale = language.tag();
        this.zone = zone.getId();
        this.createdAt = now;
    }

    protected Area() {}
}
