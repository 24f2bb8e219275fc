package io.cohorte.database;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Takes the place of Boot's banner (whose logger is off): whoever starts the program reads one line. */
final class OneLineReporter implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger(OneLineReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        log.error("Cohorte cannot start: {}", line(analysis));
        log.debug("The cause", analysis.getCause());
    }

    static String line(FailureAnalysis analysis) {
        return Stream.of(analysis.getDescription(), analysis.getAction())
                .filter(Objects::nonNull)
                .map(text -> text.strip().replaceAll("\\s*\\R\\s*", " "))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
