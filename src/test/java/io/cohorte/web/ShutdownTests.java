package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.support.Program;
import io.cohorte.support.TestDatabase;
import io.cohorte.support.Wire;
import io.cohorte.support.Wire.Answer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The whole program behind a proxy of its own machine, started and ended as an operator does. */
class ShutdownTests {

    @Test
    void letsARequestUnderWayFinishAndTakesNoNewOne() throws Exception {
        String url = TestDatabase.create();
        Program program = Program.startOn(
                url, "--cohorte.trusted-proxies=127.0.0.1", "--cohorte.base-url=https://cursos.example.com");
        try (Connection blocking = DriverManager.getConnection(url)) {
            sendsBrowsersToTlsWhenTheProxySaysItIsTls(program.port());

            blocking.setAutoCommit(false);
            blocking.createStatement().execute("LOCK TABLE account_links IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<Answer> slow =
                    CompletableFuture.supplyAsync(() -> Wire.to(program.port()).get("/activate/slow"));
            awaitSomebodyWaiting(url);
            CompletableFuture<Void> end = CompletableFuture.runAsync(program::stop);
            awaitRefusal(program.port());
            assertThat(slow).isNotDone();
            assertThat(end).isNotDone();

            blocking.rollback();
            assertThat(slow.get(10, TimeUnit.SECONDS).status()).isEqualTo(410);
            end.get(40, TimeUnit.SECONDS);
        } finally {
            program.stop();
        }
    }

    private static void sendsBrowsersToTlsWhenTheProxySaysItIsTls(int port) {
        Wire byTls = Wire.to(port).with("X-Forwarded-For", "203.0.113.7").with("X-Forwarded-Proto", "https");

        assertThat(byTls.get("/login").header("Strict-Transport-Security").orElse(""))
                .startsWith("max-age=31536000");
        assertThat(Wire.to(port).get("/login").header("Strict-Transport-Security"))
                .isEmpty();
    }

    private static void awaitSomebodyWaiting(String url) throws Exception {
        try (Connection watching = DriverManager.getConnection(url)) {
            boolean waiting = false;
            while (!waiting) {
                Thread.sleep(20);
                try (var answer = watching.createStatement()
                        .executeQuery("SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database "
                                + "WHERE NOT l.granted AND d.datname = current_database())")) {
                    answer.next();
                    waiting = answer.getBoolean(1);
                }
            }
        }
    }

    private static void awaitRefusal(int port) throws InterruptedException {
        CompletableFuture<Void> refused = CompletableFuture.runAsync(() -> {
            boolean open = true;
            while (open) {
                try {
                    Wire.to(port).get("/actuator/health/liveness");
                    Thread.sleep(50);
                } catch (RuntimeException closed) {
                    open = false;
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
        });
        refused.orTimeout(20, TimeUnit.SECONDS).join();
        assertThatThrownBy(() -> Wire.to(port).get("/login")).isInstanceOf(RuntimeException.class);
    }
}
