package io.cohorte.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final GateInterceptor gate;
    private final FormStatusInterceptor formStatus;
    private final List<HandlerMethodArgumentResolver> arguments;

    WebConfiguration(
            GateInterceptor gate, FormStatusInterceptor formStatus, List<HandlerMethodArgumentResolver> arguments) {
        this.gate = gate;
        this.formStatus = formStatus;
        this.arguments = arguments;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
        registry.addInterceptor(formStatus);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(arguments);
    }
}
