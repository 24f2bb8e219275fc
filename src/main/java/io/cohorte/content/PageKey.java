package io.cohorte.content;

import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record PageKey(
        @Column(name = "product_id") UUID productId,
        @Column(name = "page_id") UUID pageId) {

    static PageKey of(ProductId product, PageId page) {
        return new PageKey(product.value(), page.value());
    }
}
