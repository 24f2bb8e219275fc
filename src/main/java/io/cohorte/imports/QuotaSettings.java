package io.cohorte.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many students imports may newly enrol (product.md D12).
 *
 * @param base where an area begins that is opened after the set-up
 * @param perSale how many more each purchase lets in whose first payment was approved and not given back
 */
@Validated
@ConfigurationProperties("cohorte.imports.quota")
record QuotaSettings(
        @DefaultValue("10") @PositiveOrZero @Max(Quota.LARGEST)
        int base,

        @DefaultValue("1") @PositiveOrZero @Max(1_000) int perSale) {}
