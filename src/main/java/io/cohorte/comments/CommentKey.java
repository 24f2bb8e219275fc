package io.cohorte.comments;

import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record CommentKey(
        @Column(name = "product_id") UUID productId,
        @Column(name = "comment_id") UUID commentId) {

    static CommentKey of(ProductId product, CommentId comment) {
        return new CommentKey(product.value(), comment.value());
    }
}
