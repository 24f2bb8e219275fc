package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.Wire;
import io.cohorte.support.Wire.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class HealthTests {

    private static final int NEWER = 100_000;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM flyway_schema_history WHERE installed_rank = " + NEWER)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void isToldToAnybodyWithoutDetails(String path) {
        Answer answer = Wire.to(port).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components", "details", "database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/info",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/flyway",
                "/actuator/shutdown",
                "/actuator/health/db",
                "/actuator/health/readiness/db",
                "/livez",
                "/readyz"
            })
    void isAllThatIsToldOfTheInside(String path) {
        assertThat(Wire.to(port).get(path).status()).isEqualTo(404);
        assertThat(Wire.to(port).post(path, "").status()).isIn(302, 403, 404, 405);
    }

    @Test
    void leavesNoSessionBehind() {
        long before = sessions();
        for (String path : new String[] {"", "/liveness", "/readiness", "/nothing"}) {
            Answer answer = Wire.to(port).with("Cookie", "cohorte=guessed").get("/actuator/health" + path);
            assertThat(answer.all("Set-Cookie")).isEmpty();
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void isNotReadyForTheSchemaOfANewerProgram() {
        record("99999", true);

        assertThat(Wire.to(port).get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(Wire.to(port).get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void isNotReadyOnceAMigrationFailed() {
        record("99999", false);

        assertThat(Wire.to(port).get("/actuator/health/readiness").status()).isEqualTo(503);
    }

    private void record(String version, boolean success) {
        jdbc.sql("INSERT INTO flyway_schema_history "
                        + "(installed_rank, version, description, type, script, installed_by, execution_time, success) "
                        + "VALUES (:rank, :version, 'later', 'SQL', 'later.sql', 'test', 0, :success)")
                .param("rank", NEWER)
                .param("version", version)
                .param("success", success)
                .update();
    }

    private long sessions() {
        return jdbc.sql("SELECT count(*) FROM spring_session").query(Long.class).single();
    }
}
