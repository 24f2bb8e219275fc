package io.cohorte.catalog;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something an area sells. */
@Entity
@Table(name = "products")
class Product {

    private static final int LONGEST_NAME = 200;

    @Id
    @Column(name = "product_id")
    private UUID id;

    private UUID areaId;

    private String name;

    @Enumerated(EnumType.STRING)
    private ProductFormat format;

    private String zone;

    private Instant createdAt;

    private @Nullable Instant archivedAt;

    private boolean doneAtEnd;

    @Version
    private @Nullable Long version;

    Product(ProductRef ref, String name, ProductFormat format, ZoneId zone, Instant now) {
        this.id = ref.id().value();
        this.areaId = ref.area().value();
        this.format = format;
        this.createdAt = now;
        describe(name, zone, false);
    }

    protected Product() {}

    /** Changes what may be changed of a product: the format stays. */
    void describe(String name, ZoneId zone, boolean doneAtEnd) {
        this.name = PlainText.requireName(name, LONGEST_NAME);
        this.zone = zone.getId();
        this.doneAtEnd = doneAtEnd;
    }

    /** Sells and enrols nobody from now on, and keeps its students' access (product.md D23). */
    void archive(Instant now) {
        archivedAt = now;
    }

    void bringBack() {
        archivedAt = null;
    }

    boolean isArchived() {
        return archivedAt != null;
    }

    ProductRef ref() {
        return new ProductRef(new AreaId(areaId), new ProductId(id));
    }

    String name() {
        return name;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    boolean isDoneAtEnd() {
        return doneAtEnd;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
