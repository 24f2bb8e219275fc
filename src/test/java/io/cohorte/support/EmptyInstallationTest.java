package io.cohorte.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.jdbc.Sql;

/** A test of the whole program as somebody meets it who has just installed it: nobody is there before each test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CohorteTest
@TestPropertySource(properties = "cohorte.test.empty=true")
@Sql(statements = "TRUNCATE accounts, areas, area_slugs, set_up_tokens, audit_entries CASCADE")
public @interface EmptyInstallationTest {}
