package io.cohorte.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * The PostgreSQL of a test run: one server, embedded or the one TEST_DATASOURCE_URL names, with a migrated template
 * from which each Spring context gets a database of its own. The program connects as a role without special rights.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "cohorte_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final TestDatabase INSTANCE = new TestDatabase();

    private final String adminUrl;

    private TestDatabase() {
        String given = System.getenv("TEST_DATASOURCE_URL");
        adminUrl = given == null ? startEmbedded() : given;
        execute(
                "DROP DATABASE IF EXISTS " + TEMPLATE,
                "DO $$ BEGIN CREATE ROLE cohorte_test LOGIN PASSWORD 'test'; "
                        + "EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "CREATE DATABASE " + TEMPLATE + " OWNER cohorte_test");
        Flyway.configure()
                .dataSource(url(TEMPLATE), "cohorte_test", "test")
                .load()
                .migrate();
    }

    private static String startEmbedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(new File("target/postgres"))
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("max_connections", "200")
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
