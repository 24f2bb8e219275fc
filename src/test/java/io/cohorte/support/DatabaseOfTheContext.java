package io.cohorte.support;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each Spring context a database and a folder for files of its own. */
class DatabaseOfTheContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestDatabase.create(),
                        "cohorte.files=target/files/" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet())
                .applyTo(context);
    }
}
