package io.cohorte.groups;

import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record GroupKey(
        @Column(name = "product_id") UUID productId,
        @Column(name = "group_id") UUID groupId) {

    static GroupKey of(ProductId product, GroupId group) {
        return new GroupKey(product.value(), group.value());
    }
}
