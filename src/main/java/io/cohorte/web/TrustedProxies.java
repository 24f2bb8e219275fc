package io.cohorte.web;

import java.util.List;
import org.apache.catalina.util.NetMask;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The proxies in front of the program, whose word on who calls, and whether by TLS, is taken. From everybody else
 * {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are but letters.
 *
 * @param trustedProxies addresses ({@code 10.0.0.7}) or networks ({@code 10.0.0.0/24}, {@code fd00::/8})
 */
@ConfigurationProperties("cohorte")
record TrustedProxies(@DefaultValue List<String> trustedProxies) {

    TrustedProxies {
        trustedProxies = trustedProxies.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        // What is no network the server would take for a pattern.
        trustedProxies.forEach(NetMask::new);
    }
}
