package io.cohorte.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One method starts servers, again and again on one folder, since a first start takes seconds. */
class EmbeddedServerTests {

    @TempDir
    Path temporary;

    Path data;

    @BeforeEach
    void chooseFolder() {
        data = temporary.resolve("data");
    }

    @Test
    void keepsDataFromStartToStartWhateverBecameOfTheLastOne() throws Exception {
        try (EmbeddedServer first = EmbeddedServer.start(data)) {
            admitsOnlyWhoKnowsThePassword(first);
            writesSafely(first);
            closesItsFolderToOthers();
            refusesASecondCopy();
            execute(first, "CREATE TABLE kept AS SELECT 'x' AS answer");
        }
        Path pid = Leftover.file(data.resolve("postgres"));
        assertThat(pid).as("stopped").doesNotExist();

        Files.writeString(pid, ProcessHandle.current().pid() + "\n");
        EmbeddedServer killed = EmbeddedServer.start(data);
        ProcessHandle orphan = process(pid);
        assertThat(orphan.isAlive()).isTrue();
        // All that is left of a killed program: a lock given back, a server that runs.
        killed.folder().close();

        try (EmbeddedServer next = EmbeddedServer.start(data)) {
            // Two servers on one cluster PostgreSQL itself prevents: where this one runs, the orphan has ended.
            assertThat(process(pid)).isNotEqualTo(orphan);
            assertThat(ask(next, "SELECT answer FROM kept")).isEqualTo("x");
        }
    }

    private static void admitsOnlyWhoKnowsThePassword(EmbeddedServer server) throws SQLException {
        assertThat(server.getPassword()).hasSizeGreaterThanOrEqualTo(43);
        for (String user : new String[] {"cohorte", "postgres"}) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(server.getJdbcUrl(), user, null))
                    .withMessageContaining("password");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(server.getJdbcUrl(), user, "guessed"))
                    .withMessageContaining("password authentication failed");
        }
        assertThat(ask(server, "SELECT usesuper FROM pg_user WHERE usename = current_user"))
                .isEqualTo("f");
    }

    private static void writesSafely(EmbeddedServer server) throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertThat(ask(server, "SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server, "SELECT lower('ÁÑ') || ('B' < 'a')")).isEqualTo("áñtrue");
    }

    private void closesItsFolderToOthers() throws IOException {
        assumeThat(data.getFileSystem().supportedFileAttributeViews()).contains("posix");
        for (String folder : new String[] {"", "postgres", "bin"}) {
            assertThat(permissions(data.resolve(folder))).as(folder).isEqualTo("rwx------");
        }
        assertThat(permissions(data.resolve("password"))).isEqualTo("rw-------");
    }

    private void refusesASecondCopy() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> EmbeddedServer.start(data))
                .withMessage("another Cohorte already runs on %s.", data);
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> EmbeddedServer.start(data))
                .withMessageContaining("is of PostgreSQL 17, this program brings 18");
    }

    @Test
    void refusesAFolderThatIsAFileOrCannotBeMade() throws IOException {
        Files.createFile(data);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> EmbeddedServer.start(data))
                .withMessage("the data folder %s is a file.", data);
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> EmbeddedServer.start(data.resolve("below")))
                .withMessageContaining("cannot be used");
    }

    private static ProcessHandle process(Path pid) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0))).orElseThrow();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String ask(EmbeddedServer server, String query) throws SQLException {
        try (Connection connection = connect(server);
                ResultSet answer = connection.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }
}
