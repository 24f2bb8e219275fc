package io.cohorte.groups;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

@Embeddable
record GrantKey(
        @Column(name = "product_id") UUID productId,
        @Column(name = "student_id") UUID studentId,
        @Column(name = "kind") @Enumerated(EnumType.STRING) GrantKind kind,
        @Column(name = "reference") UUID reference) {}
