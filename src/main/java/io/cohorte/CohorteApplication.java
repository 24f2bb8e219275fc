package io.cohorte;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** The members area: see the module map in README.md. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableResilientMethods
public class CohorteApplication {

    public static void main(String[] args) {
        SpringApplication.run(CohorteApplication.class, args);
    }
}
