package io.cohorte.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * The PostgreSQL of a process of tests: a server, embedded or the one TEST_DATASOURCE_URL names, with a migrated template
 * from which each Spring context gets a database of its own. The program connects as a role without special rights.
 */
public final class TestDatabase {

    /** Of each process of tests its own, where they share a server. */
    private static final String TEMPLATE = "cohorte_template_" + System.getProperty("cohorte.process", "0");

    private static final List<String> PLANS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_level = 'notice'",
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final TestDatabase INSTANCE = new TestDatabase();

    private final String adminUrl;

    private TestDatabase() {
        String given = System.getenv("TEST_DATASOURCE_URL");
        adminUrl = given == null ? startEmbedded() : given;
        execute(
                "DROP DATABASE IF EXISTS " + TEMPLATE,
                "DO $$ BEGIN CREATE ROLE cohorte_test LOGIN PASSWORD 'test'; "
                        + "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$",
                "CREATE DATABASE " + TEMPLATE + " OWNER cohorte_test");
        Flyway.configure()
                .dataSource(url(TEMPLATE), "cohorte_test", "test")
                .load()
                .migrate();
    }

    private static String startEmbedded() {
        try {
            // What is measured is written as safely as in earnest; other tests need not wait for the disk.
            String safe = Boolean.getBoolean("cohorte.benchmark") ? "on" : "off";
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(new File("target/postgres"))
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", safe)
                    .setServerConfig("synchronous_commit", safe)
                    .start();
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new migrated database; returns its JDBC address with user and password. */
    public static String create() {
        return INSTANCE.createFromTemplate();
    }

    /** Has the server send the plan of every statement to new connections of a database, or no longer. */
    public static void explain(String database, boolean on) {
        for (String setting : PLANS) {
            INSTANCE.execute(
                    "ALTER DATABASE " + database + (on ? " SET " + setting : " RESET " + setting.split(" ")[0]));
        }
    }

    private synchronized String createFromTemplate() {
        String name = "cohorte_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER cohorte_test");
        return url(name) + "?user=cohorte_test&password=test";
    }

    private String url(String database) {
        return adminUrl.replaceFirst("/[^/?]+(\\?.*)?$", "/" + database);
    }

    private void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(adminUrl);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
