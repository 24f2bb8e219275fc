package io.cohorte.imports;

import io.cohorte.shared.RuleViolation;

/** An import would enrol more new students than the area may still import (product.md D12). */
public class QuotaExceeded extends RuleViolation {

    QuotaExceeded(long remaining, int wanted) {
        super("imports.quota-exceeded", null, remaining, wanted);
    }
}
