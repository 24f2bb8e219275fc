package io.cohorte.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cohorte.support.LogBridge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class CannotStartTests {

    @AfterAll
    static void restoreTheLog() {
        LogBridge.restore();
    }

    @Test
    void printsOneLineWithoutTheSecretsOfTheAddress(CapturedOutput output) throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + closedPort() + "/cohorte?password=hidden";

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> new SpringApplicationBuilder(Started.class)
                        .web(WebApplicationType.NONE)
                        .run("--spring.datasource.url=" + url))
                .withRootCauseInstanceOf(IOException.class);

        assertThat(output.toString()).doesNotContain("hidden").doesNotContain("\tat ");
        List<String> errors =
                output.toString().lines().filter(line -> line.contains("ERROR")).toList();
        assertThat(errors)
                .singleElement()
                .asString()
                .contains("Cohorte cannot start: no connection to the database at jdbc:postgresql://127.0.0.1:")
                .contains("SPRING_DATASOURCE_URL");
    }

    @Test
    void refusesAnAddressOfAnotherDatabase() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> ExternalServer.at("jdbc:mysql://127.0.0.1/cohorte", null, null))
                .withMessageContaining("does not name a PostgreSQL server");
    }

    @Test
    void namesThePortAndItsSetting() {
        PortInUseException taken = new PortInUseException(8080);

        assertThat(OneLineReporter.line(new PortInUseAnalyzer().analyze(taken, taken)))
                .contains("port 8080 is already taken")
                .contains("server.port (SERVER_PORT)");
    }

    @Test
    void foldsWhatOthersWriteOnSeveralLines() {
        assertThat(OneLineReporter.line(new FailureAnalysis("One\n\n\ttwo.\n", null, null)))
                .isEqualTo("One two.");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Import(DatabaseConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Started {}
}
