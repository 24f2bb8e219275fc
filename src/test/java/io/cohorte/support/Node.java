package io.cohorte.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program as a process of its own, on a given database. */
public final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final int port;
    private final Path log;
    private Duration startTook = Duration.ZERO;

    private Node(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the classes under test, without the tests; compiled as quickly as they are: nothing of it is measured. */
    public static Node ofClasses(String database, String... arguments) {
        String tested = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(it -> !it.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> program =
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", tested, "io.cohorte.CohorteApplication");
        return start(database, "/login", program, arguments);
    }

    /**
     * Starts a jar.
     *
     * @param probe the path that answers 200 as soon as it is ready
     */
    public static Node ofJar(Path jar, String database, String probe, String... arguments) {
        return start(database, probe, List.of("-jar", jar.toString()), arguments);
    }

    /** @param memory the most its heap may have, such as 256m */
    public static Node ofJarWithin(String memory, Path jar, String database, String probe, String... arguments) {
        return start(database, probe, List.of("-Xmx" + memory, "-jar", jar.toString()), arguments);
    }

    private static Node start(String database, String probe, List<String> program, String... arguments) {
        int port = freePort();
        try {
            Path log = Files.createDirectories(Path.of("target", "nodes")).resolve(port + ".log");
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(), "-Xmx400m", "-Djava.awt.headless=true"));
            command.addAll(program);
            command.addAll(List.of("--server.port=" + port, "--cohorte.base-url=http://localhost:" + port));
            command.add("--cohorte.files=target/files/nodes");
            // Tests that kill it need not wait as long as earnest does until its jobs are taken up again.
            command.add("--db-scheduler.heartbeat-interval=1s");
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("SPRING_DATASOURCE_URL", database);
            long start = System.nanoTime();
            Node node = new Node(builder.start(), port, log);
            node.awaitReadiness(probe);
            node.startTook = Duration.ofNanos(System.nanoTime() - start);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReadiness(String probe) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(at(probe)).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        kill();
        throw new IllegalStateException("the program did not get ready:\n" + log());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** From the start of the process to its first good answer. */
    public Duration startTook() {
        return startTook;
    }

    public long pid() {
        return process.pid();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the program does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
