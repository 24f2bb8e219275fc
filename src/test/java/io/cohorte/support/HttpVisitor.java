package io.cohorte.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a plain HTTP client that keeps cookies and follows no redirects. */
public final class HttpVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    /** Signs in with {@link World#PASSWORD}; cookies do not know ports, so every node takes them for its own. */
    public static HttpVisitor signedIn(Node node, String email) {
        HttpVisitor visitor = new HttpVisitor();
        visitor.get(node.at("/login"));
        HttpResponse<String> answer =
                visitor.post(node.at("/login"), Map.of("email", email, "password", World.PASSWORD));
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new IllegalStateException("not signed in: " + answer);
        }
        visitor.get(node.at("/areas"));
        return visitor;
    }

    /** Remembers the CSRF token of a page with a form. */
    public HttpResponse<String> get(URI uri) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri));
        Matcher matcher = TOKEN.matcher(answer.body());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        return answer;
    }

    public HttpResponse<String> post(URI uri, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(
                        Collectors.joining("&", "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&", ""));
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a form with a file. */
    public HttpResponse<String> upload(URI uri, Map<String, String> fields, String fileField, byte[] file) {
        String boundary = "cohorte" + System.nanoTime();
        StringBuilder head = new StringBuilder(part(boundary, "_csrf") + "\r\n\r\n" + token + "\r\n");
        fields.forEach((name, value) -> head.append(part(boundary, name))
                .append("\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append(part(boundary, fileField)).append("; filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n");
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    private static String part(String boundary, String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
