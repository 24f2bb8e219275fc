package io.cohorte.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As README.md says: stop, copy the folder, start on the copy. */
class BackupTests {

    @TempDir
    Path temporary;

    @Test
    void startsElsewhereFromACopyOfTheStoppedFolder() throws Exception {
        Path data = temporary.resolve("data");
        try (EmbeddedServer first = EmbeddedServer.start(data)) {
            execute(first, "CREATE TABLE kept AS SELECT number FROM generate_series(1, 1000) AS number");
        }
        Path backup = temporary.resolve("elsewhere/backup");
        copy(data, backup, true);
        try (EmbeddedServer first = EmbeddedServer.start(data)) {
            execute(first, "DELETE FROM kept");
        }

        try (EmbeddedServer restored = EmbeddedServer.start(backup)) {
            assertThat(ask(restored, "SELECT sum(number) FROM kept")).isEqualTo("500500");
        }

        // What a copy over a network share leaves: no permissions, and of the programs, which are unpacked anew, none.
        Path bare = temporary.resolve("bare");
        copy(data, bare, false);
        DataFolder.delete(bare.resolve("bin"));
        try (EmbeddedServer restored = EmbeddedServer.start(bare)) {
            assertThat(ask(restored, "SELECT count(*) FROM kept")).isEqualTo("0");
        }
    }

    private static void copy(Path from, Path to, boolean withPermissions) throws IOException {
        Files.createDirectories(to.getParent());
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return copyOne(folder);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return copyOne(file);
            }

            private FileVisitResult copyOne(Path path) throws IOException {
                Path target = to.resolve(from.relativize(path));
                if (withPermissions) {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                } else if (Files.isDirectory(path)) {
                    Files.createDirectory(target);
                } else if (Files.isRegularFile(path)) {
                    Files.write(target, Files.readAllBytes(path));
                }
                return FileVisitResult.CONTINUE;
            }
        });
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
