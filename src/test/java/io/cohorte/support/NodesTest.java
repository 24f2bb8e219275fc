package io.cohorte.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test that looks at a database from outside while processes of the program work on it: it runs no jobs itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CohorteTest
@TestPropertySource(properties = "db-scheduler.enabled=false")
public @interface NodesTest {}
