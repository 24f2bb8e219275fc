package io.cohorte.checkout;

import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record OrderKey(
        @Column(name = "product_id") UUID productId,
        @Column(name = "order_id") UUID orderId) {

    static OrderKey of(ProductId product, OrderId order) {
        return new OrderKey(product.value(), order.value());
    }
}
