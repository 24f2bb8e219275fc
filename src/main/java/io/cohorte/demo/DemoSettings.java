package io.cohorte.demo;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether an empty installation is filled with a demo.
 *
 * @param students how many people its products have together
 */
@Validated
@ConfigurationProperties("cohorte.demo")
record DemoSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("300") @PositiveOrZero int students) {}
