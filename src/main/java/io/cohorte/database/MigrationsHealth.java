package io.cohorte.database;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the schema is the one this program was made for: no migration missing, none failed, and none of a newer
 * program, which may have taken away what this one reads.
 */
@Component("migrationsHealthIndicator")
class MigrationsHealth extends AbstractHealthIndicator {

    private final JdbcClient jdbc;
    private final Set<String> known;

    MigrationsHealth(JdbcClient jdbc, Flyway flyway) {
        this.jdbc = jdbc;
        this.known = Arrays.stream(flyway.info().all())
                .filter(it -> it.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .map(MigrationVersion::getVersion)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Set<String> done = jdbc.sql("SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL")
                .query(String.class)
                .set();
        boolean failed = jdbc.sql("SELECT EXISTS (SELECT FROM flyway_schema_history WHERE NOT success)")
                .query(Boolean.class)
                .single();
        health.status(!failed && done.equals(known) ? Status.UP : Status.DOWN);
    }
}
