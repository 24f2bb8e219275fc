package io.cohorte.content;

import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record ModuleKey(
        @Column(name = "product_id") UUID productId,
        @Column(name = "module_id") UUID moduleId) {

    static ModuleKey of(ProductId product, ModuleId module) {
        return new ModuleKey(product.value(), module.value());
    }
}
