package io.cohorte.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * One bean, so that the pool, Flyway and everything above them are made after the server is known to be there and to
 * be new enough, and closed before an embedded server is stopped.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** An empty address counts as none: a compose file passes the variable on whether it is set or not. */
    @Bean
    JdbcConnectionDetails databaseConnection(
            DataSourceProperties given, @Value("${cohorte.data:./data}") String folder) {
        return StringUtils.hasText(given.getUrl())
                ? ExternalServer.at(given.getUrl(), given.getUsername(), given.getPassword())
                : EmbeddedServer.start(Path.of(folder));
    }

    /**
     * Migrations have connections of their own: those of the pool give up a statement after a minute, and an index on a
     * large table takes longer.
     */
    @Bean
    FlywayConnectionDetails migrationConnection(JdbcConnectionDetails database) {
        return new MigrationConnection(database);
    }

    private record MigrationConnection(JdbcConnectionDetails database) implements FlywayConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return database.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return database.getPassword();
        }

        @Override
        public String getJdbcUrl() {
            return database.getJdbcUrl();
        }

        /** A record would print what it holds. */
        @Override
        public String toString() {
            return "MigrationConnection";
        }
    }
}
