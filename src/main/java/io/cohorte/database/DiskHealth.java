package io.cohorte.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Whether there is room left where the program keeps data: its own database, and files. */
@Component("diskHealthIndicator")
class DiskHealth implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(DiskHealth.class);

    private final List<Path> folders;
    private final DataSize least;

    @Autowired
    DiskHealth(
            JdbcConnectionDetails database,
            @Value("${cohorte.files:}") String files,
            @Value("${cohorte.disk.least-free:200MB}") DataSize least) {
        this(
                Stream.of(
                                database instanceof EmbeddedServer server
                                        ? server.folder().path()
                                        : null,
                                files.isBlank() ? null : Path.of(files).toAbsolutePath())
                        .filter(Objects::nonNull)
                        .toList(),
                least);
    }

    DiskHealth(List<Path> folders, DataSize least) {
        this.folders = folders;
        this.least = least;
    }

    @Override
    public Health health() {
        return folders.stream().allMatch(this::hasRoom)
                ? Health.up().build()
                : Health.down().build();
    }

    private boolean hasRoom(Path folder) {
        try {
            long free = Files.getFileStore(existing(folder)).getUsableSpace();
            if (free >= least.toBytes()) {
                return true;
            }
            log.warn(
                    "{} has {} MB left, less than {}",
                    folder,
                    DataSize.ofBytes(free).toMegabytes(),
                    least);
        } catch (IOException unreadable) {
            log.warn("The room left in {} cannot be found out: {}", folder, unreadable.toString());
        }
        return false;
    }

    /** A folder is made when it is first needed, on the disk of the one above it. */
    private static Path existing(Path folder) {
        @Nullable Path found = folder;
        while (found != null && Files.notExists(found)) {
            found = found.getParent();
        }
        return found == null ? folder : found;
    }
}
