package io.cohorte.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail is sent; where to stands in {@code spring.mail.*}.
 *
 * @param from the address all mail comes from; null or empty for {@code no-reply@} and the host people reach the program at
 * @param rate messages a second, of all nodes together, because one at a time sends
 * @param threads how many messages may be on their way at once, each with a connection to the database and one to the
 *     mail server
 */
@Validated
@ConfigurationProperties("cohorte.mail")
record MailSettings(
        @Nullable String from,
        @DefaultValue("10") @Min(1) @Max(1000) int rate,
        @DefaultValue("2") @Min(1) @Max(8) int threads) {}
