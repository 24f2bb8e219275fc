package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record MembershipKey(
        @Column(name = "product_id") UUID productId,
        @Column(name = "student_id") UUID studentId) {

    static MembershipKey of(ProductId product, AccountId student) {
        return new MembershipKey(product.value(), student.value());
    }
}
