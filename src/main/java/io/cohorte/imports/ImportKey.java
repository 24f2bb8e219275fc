package io.cohorte.imports;

import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record ImportKey(
        @Column(name = "product_id") UUID productId,
        @Column(name = "import_id") UUID importId) {

    static ImportKey of(ProductId product, ImportId id) {
        return new ImportKey(product.value(), id.value());
    }

    /** Reads what {@link #toString} wrote, whatever follows behind another slash. */
    static ImportKey parse(String text) {
        String[] parts = text.split("/");
        return new ImportKey(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
    }

    ProductId product() {
        return new ProductId(productId);
    }

    ImportId id() {
        return new ImportId(importId);
    }

    @Override
    public String toString() {
        return productId + "/" + importId;
    }
}
