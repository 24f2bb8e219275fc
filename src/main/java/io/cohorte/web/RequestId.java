package io.cohorte.web;

import io.cohorte.shared.LogMark;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC.MDCCloseable;

/**
 * Gives each request an id of its own, which every log line of the request carries, the answer tells
 * ({@code X-Request-Id}) and the error page shows, so that who quotes it leads to the lines. What a client sends as an
 * id is not looked at: it would stand in our log.
 *
 * <p>A valve and not a filter, since the server itself logs what a request failed of after the last filter is through.
 */
final class RequestId extends ValveBase {

    static final String ATTRIBUTE = RequestId.class.getName();
    static final String HEADER = "X-Request-Id";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 8;

    RequestId() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (MDCCloseable mark = LogMark.put(id)) {
            getNext().invoke(request, response);
        }
    }
}
