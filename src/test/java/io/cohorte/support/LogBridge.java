package io.cohorte.support;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** What leads the server's own log lines to where tests look for them. */
public final class LogBridge {

    private LogBridge() {}

    /** To be called after the end of a program of Spring Boot's: it takes the bridge away for all others. */
    public static void restore() {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.install();
        }
    }
}
