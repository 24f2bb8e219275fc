package io.cohorte.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Builds the demo at the first start, before the program calls itself ready. */
@Component
class DemoRunner implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoRunner.class);

    private final DemoSettings settings;
    private final DemoArea demo;

    DemoRunner(DemoSettings settings, DemoArea demo) {
        this.settings = settings;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.enabled() && demo.buildIfEmpty(DemoPlan.read(), settings.students())) {
            log.info("Built the demo; its {} students come in by imports in the background", settings.students());
        }
    }
}
