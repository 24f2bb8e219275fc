package io.cohorte.web;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before every request, ahead of the program's own filters. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> valves(TrustedProxies proxies) {
        return factory -> {
            factory.addEngineValves(new RequestId());
            if (!proxies.trustedProxies().isEmpty()) {
                RemoteIpValve forwarded = new RemoteIpValve();
                forwarded.setInternalProxies(String.join(",", proxies.trustedProxies()));
                forwarded.setRemoteIpHeader("X-Forwarded-For");
                forwarded.setProtocolHeader("X-Forwarded-Proto");
                factory.addEngineValves(forwarded);
            }
        };
    }
}
