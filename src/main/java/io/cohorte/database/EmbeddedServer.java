package io.cohorte.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A running server of our own, on this machine only. Closing it stops the server: as a bean it closes after the pool
 * that was made from it, and no shutdown hook of its own runs ahead of that.
 */
final class EmbeddedServer implements JdbcConnectionDetails, AutoCloseable {

    static final String HOST = "127.0.0.1";

    /** The database, and the user that owns it: no superuser, so that no query can reach past the database. */
    private static final String NAME = "cohorte";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private final DataFolder folder;
    private final Cluster cluster;
    private final int port;
    private final String password;

    private EmbeddedServer(DataFolder folder, Cluster cluster, int port, String password) {
        this.folder = folder;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    static EmbeddedServer start(Path data) {
        Path path = data.toAbsolutePath().normalize();
        try {
            DataFolder folder = DataFolder.open(path);
            @Nullable EmbeddedServer server = null;
            try {
                server = start(folder);
            } finally {
                if (server == null) {
                    folder.close();
                }
            }
            log.info("All data is kept in {}; its PostgreSQL listens on {}:{}", path, HOST, server.port);
            return server;
        } catch (IOException failure) {
            throw CannotStart.unusable(path, failure);
        }
    }

    private static EmbeddedServer start(DataFolder folder) throws IOException {
        Cluster cluster = Cluster.in(folder);
        EmbeddedServer server = new EmbeddedServer(folder, cluster, freePort(), folder.password());
        cluster.start(server.port);
        boolean ready = false;
        try {
            server.prepareDatabase();
            ready = true;
        } catch (SQLException refused) {
            throw new CannotStart(
                    "the kept database refuses the password in " + folder.passwordFile() + " or its preparation: "
                            + refused.getMessage() + ".",
                    "Put the whole folder back from a backup.",
                    refused);
        } finally {
            if (!ready) {
                cluster.stop();
            }
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    /** Asked at every start: the first one may have been cut off after the cluster was made. */
    private void prepareDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), Cluster.SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            if (isEmpty(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                // Base64 by our own making: no quote in it.
                statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
            }
            if (isEmpty(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    @Override
    public String getJdbcUrl() {
        return url(NAME);
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    DataFolder folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            cluster.stop();
        }
    }
}
