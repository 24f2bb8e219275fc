package io.cohorte.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an area begins with that is opened after the set-up (product.md D12).
 *
 * @param base students that imports may newly enrol there
 */
@Validated
@ConfigurationProperties("cohorte.imports.quota")
record QuotaSettings(
        @DefaultValue("10") @PositiveOrZero @Max(Quota.LARGEST)
        int base) {}
