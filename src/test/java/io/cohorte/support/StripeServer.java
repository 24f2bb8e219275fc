package io.cohorte.support;

import com.stripe.model.checkout.Session;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays as much of Stripe as opening a checkout page takes, by what its own library sends and reads. */
public final class StripeServer {

    /** A request, with its form fields by the names Stripe gives them. */
    public record Asked(String key, String authorization, Map<String, String> fields) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private volatile boolean down;

    public StripeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/v1/checkout/sessions", this::open);
        server.start();
    }

    public String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Has it fail at whatever it is asked. */
    public void breakDown(boolean broken) {
        down = broken;
    }

    /** What it was asked for an order, the latest last. */
    public List<Asked> askedFor(Object order) {
        return asked.stream()
                .filter(it -> order.toString().equals(it.fields().get("metadata[order]")))
                .toList();
    }

    private void open(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        asked.add(new Asked(key, exchange.getRequestHeaders().getFirst("Authorization"), fields(body)));
        byte[] answer = (down ? "{\"error\":{\"type\":\"api_error\",\"message\":\"broken\"}}" : session(key))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(down ? 500 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String session(String key) {
        String id = sessions.computeIfAbsent(
                key, it -> "cs_test_" + UUID.randomUUID().toString().replace("-", ""));
        Session session = new Session();
        session.setId(id);
        session.setObject("checkout.session");
        session.setUrl("https://checkout.stripe.com/c/pay/" + id + "#part%2Fof%2Fit");
        return session.toJson();
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
