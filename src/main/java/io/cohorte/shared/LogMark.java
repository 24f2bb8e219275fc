package io.cohorte.shared;

import org.slf4j.MDC;
import org.slf4j.MDC.MDCCloseable;

/** What the log lines of one piece of work have in common: the id of a request, or the name of a job. */
public final class LogMark {

    /** By which the pattern of log lines knows it (logging.pattern.correlation). */
    private static final String KEY = "mark";

    private LogMark() {}

    /** Marks the lines of this thread until it is closed. No address or token of anybody goes in here. */
    public static MDCCloseable put(String mark) {
        return MDC.putCloseable(KEY, mark);
    }
}
