package io.cohorte.groups;

import io.cohorte.shared.RuleViolation;

/** An archived product sells and enrols nobody (product.md D23). */
public class ProductEnrolsNobody extends RuleViolation {

    public ProductEnrolsNobody() {
        super("groups.product-archived", null);
    }
}
