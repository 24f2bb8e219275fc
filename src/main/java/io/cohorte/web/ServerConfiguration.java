package io.cohorte.web;

import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before every request, ahead of the program's own filters. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** Stands in the chain of security, where it is known who is signed in: not before every request by itself. */
    @Bean
    UploadBounds uploadBounds(List<UploadPlace> places, MultipartProperties usual, Visitors visitors, AreaGate areas) {
        return new UploadBounds(places, usual, visitors, areas);
    }

    @Bean
    FilterRegistrationBean<UploadBounds> uploadBoundsAlone(UploadBounds bounds) {
        FilterRegistrationBean<UploadBounds> registration = new FilterRegistrationBean<>(bounds);
        registration.setEnabled(false);
        return registration;
    }

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
