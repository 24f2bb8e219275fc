package io.cohorte.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A server somebody else runs: seen to answer, and to be new enough, before a pool is built on it. */
record ExternalServer(
        String getJdbcUrl,
        @Nullable String getUsername,
        @Nullable String getPassword) implements JdbcConnectionDetails {

    private static final String SETTINGS =
            "spring.datasource.url, .username and .password (SPRING_DATASOURCE_URL, _USERNAME, _PASSWORD)";

    static ExternalServer at(String url, @Nullable String username, @Nullable String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart(
                    "spring.datasource.url does not name a PostgreSQL server.",
                    "Give it the form jdbc:postgresql://host:5432/database.");
        }
        // The part after the question mark may hold a password.
        String shown = url.replaceFirst("\\?.*", "");
        try (Connection connection = DriverManager.getConnection(url, credentials(username, password))) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < Binaries.MAJOR) {
                throw new CannotStart(
                        "the server at " + shown + " is PostgreSQL "
                                + connection.getMetaData().getDatabaseProductVersion() + ", older than "
                                + Binaries.MAJOR + ".",
                        "Bring it to PostgreSQL " + Binaries.MAJOR + " or point spring.datasource.url"
                                + " (SPRING_DATASOURCE_URL) at one that is.");
            }
        } catch (SQLException unreachable) {
            throw new CannotStart(
                    "no connection to the database at " + shown + ": "
                            + unreachable.getMessage().replaceFirst("\\.?\\s*$", "."),
                    "Start that server or correct " + SETTINGS + ".",
                    unreachable);
        }
        return new ExternalServer(url, username, password);
    }

    private static Properties credentials(@Nullable String username, @Nullable String password) {
        Properties credentials = new Properties();
        if (username != null) {
            credentials.setProperty("user", username);
        }
        if (password != null) {
            credentials.setProperty("password", password);
        }
        return credentials;
    }

    /** A record would print its password. */
    @Override
    public String toString() {
        return "ExternalServer";
    }
}
