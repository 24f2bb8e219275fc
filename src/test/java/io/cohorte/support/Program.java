package io.cohorte.support;

import io.cohorte.CohorteApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The program as somebody starts it, beside the tests and not as a part of them, at a port of its own. */
public final class Program {

    private final List<String> settings;
    private final int port;
    private ConfigurableApplicationContext running;

    private Program(List<String> settings, int port) {
        this.settings = settings;
        this.port = port;
        this.running = start();
    }

    /** As after it was unpacked: its own PostgreSQL, its data kept in a folder, a demo. */
    public static Program startIn(Path data, String... settings) {
        return startIn(data, true, settings);
    }

    /** The same without a demo: nobody is there yet. */
    public static Program startEmptyIn(Path data) {
        return startIn(data, false);
    }

    private static Program startIn(Path data, boolean demo, String... settings) {
        int port = freePort();
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "--cohorte.data=" + data,
                "--cohorte.demo.enabled=" + demo,
                "--cohorte.base-url=http://localhost:" + port,
                "--spring.datasource.url="));
        return new Program(all, port);
    }

    /** On a database that is there already, without a demo. */
    public static Program startOn(String url, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--spring.datasource.url=" + url);
        all.add("--cohorte.files=target/files/programs");
        return new Program(all, freePort());
    }

    /** Ends it in good order and starts it again with the same settings. */
    public void restart() {
        running.close();
        running = start();
    }

    private ConfigurableApplicationContext start() {
        List<String> all = new ArrayList<>(settings);
        all.add("--server.port=" + port);
        return new SpringApplicationBuilder(CohorteApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("noTests", new NoTests()))
                .run(all.toArray(String[]::new));
    }

    public int port() {
        return port;
    }

    /** As the system's request to end (SIGTERM) does. */
    public void stop() {
        running.close();
        LogBridge.restore();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration of other tests lies on the class path beside the program. */
    private static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) {
            return type.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other != null && getClass() == other.getClass();
        }

        @Override
        public int hashCode() {
            return getClass().hashCode();
        }
    }
}
