package io.cohorte.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests written out by hand and sent as they are: forged headers, crafted paths, and answers of which nothing is
 * followed or left out.
 */
public final class Wire {

    private final int port;
    private final List<String> headers;

    private Wire(int port, List<String> headers) {
        this.port = port;
        this.headers = headers;
    }

    public static Wire to(int port) {
        return new Wire(port, List.of());
    }

    /** The same with one more header, or another Host. */
    public Wire with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new Wire(port, more);
    }

    /** The same with the session of somebody who has signed in with {@link World#PASSWORD}. */
    public Wire signedIn(String email) {
        Answer login = get("/login");
        Answer answer = with("Cookie", login.cookies())
                .post(
                        "/login",
                        "email=" + encoded(email) + "&password=" + encoded(World.PASSWORD) + "&_csrf="
                                + encoded(login.csrf()));
        return with("Cookie", answer.cookies());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public Answer get(String path) {
        return send("GET " + path + " HTTP/1.1", "");
    }

    public Answer head(String path) {
        return send("HEAD " + path + " HTTP/1.1", "");
    }

    /** @param form as a browser encodes it */
    public Answer post(String path, String form) {
        return with("Content-Type", "application/x-www-form-urlencoded").send("POST " + path + " HTTP/1.1", form);
    }

    /** A form with files that says it has so many bytes, of which none comes. */
    public Answer announce(String path, long length) {
        return with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST " + path + " HTTP/1.1", new byte[0], length);
    }

    /** A form with files that does not tell how many bytes it has. */
    public Answer chunked(String path) {
        return with("Content-Type", "multipart/form-data; boundary=x")
                .with("Transfer-Encoding", "chunked")
                .send("POST " + path + " HTTP/1.1", "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII), -1);
    }

    private Answer send(String line, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        return send(line, content, content.length);
    }

    private Answer send(String line, byte[] content, long length) {
        List<String> lines = new ArrayList<>(List.of(line));
        if (headers.stream().noneMatch(it -> it.startsWith("Host:"))) {
            lines.add("Host: localhost:" + port);
        }
        lines.addAll(headers);
        if (length >= 0) {
            lines.add("Content-Length: " + length);
        }
        lines.add("Connection: close");
        String head = String.join("\r\n", lines) + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            if (length > content.length) {
                socket.shutdownOutput();
            }
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What came back; a body in chunks with their marks. */
    public record Answer(int status, List<String> headers, String body) {

        static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            List<String> lines = text.substring(0, end).lines().toList();
            return new Answer(
                    Integer.parseInt(lines.get(0).split(" ")[1]),
                    lines.subList(1, lines.size()),
                    text.substring(end + 4));
        }

        public List<String> all(String name) {
            return headers.stream()
                    .filter(it -> it.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(it -> it.substring(name.length() + 1).strip())
                    .toList();
        }

        public Optional<String> header(String name) {
            return all(name).stream().findFirst();
        }

        /** The cookies set, as the next request sends them. */
        public String cookies() {
            return String.join(
                    "; ", all("Set-Cookie").stream().map(it -> it.split(";")[0]).toList());
        }

        /** The token that a form on the page carries. */
        public String csrf() {
            int at = body.indexOf("name=\"_csrf\"");
            int value = body.indexOf("value=\"", at) + 7;
            return body.substring(value, body.indexOf('"', value));
        }
    }
}
