package io.cohorte.areas;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may open areas besides the operator.
 *
 * @param open whether everybody who is signed in may
 */
@ConfigurationProperties("cohorte.areas")
record AreaOpening(@DefaultValue("false") boolean open) {}
