package io.cohorte.browser;

import io.cohorte.CohorteApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The program as somebody starts it who has just unpacked it: its own PostgreSQL, its data kept in a folder, a demo. */
final class Program {

    private final Path data;
    private final int port;
    private ConfigurableApplicationContext running;

    private Program(Path data, int port) {
        this.data = data;
        this.port = port;
        this.running = start();
    }

    static Program startIn(Path data) {
        return new Program(data, freePort());
    }

    /** Ends it in good order and starts it again with the same settings. */
    void restart() {
        running.close();
        running = start();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(CohorteApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("noTests", new NoTests()))
                .run(
                        "--server.port=" + port,
                        "--cohorte.data=" + data,
                        "--cohorte.demo.enabled=true",
                        "--cohorte.base-url=http://localhost:" + port,
                        "--spring.datasource.url=");
    }

    int port() {
        return port;
    }

    void stop() {
        running.close();
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
