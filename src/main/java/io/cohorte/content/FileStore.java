package io.cohorte.content;

import io.cohorte.shared.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The one class that touches the files of pages on disk. Each lies under its id alone, in one of 256 folders, and is
 * whole: it is written under another name and moved to its own once it is on the disk. It never changes afterwards.
 */
@Component
class FileStore {

    private static final Logger log = LoggerFactory.getLogger(FileStore.class);

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final String UNFINISHED = ".part";
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final Path incoming;

    FileStore(FileSettings settings) {
        this.folder = settings.folder();
        this.incoming = settings.incoming();
        try {
            makeFolder(folder);
            makeFolder(incoming);
        } catch (IOException unusable) {
            throw new InvalidConfigurationPropertyValueException(
                    "cohorte.files", folder, "This folder cannot be made or written to: " + unusable + ".");
        }
        log.info("Files of pages are kept in {}", folder);
    }

    /**
     * Keeps a file.
     *
     * @param most bytes it may have
     * @return the bytes it has
     * @throws FileTooLarge if it has more; then nothing of it is left
     */
    long keep(FileId id, InputStream content, long most) throws IOException {
        Path place = place(id);
        makeFolder(place.getParent());
        Path unfinished = place.resolveSibling(id + UNFINISHED);
        try {
            long bytes = write(content, unfinished, most);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            sync(place.getParent());
            return bytes;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** @throws NotFound if there is no such file */
    Resource read(FileId id) {
        Path place = place(id);
        if (!Files.isRegularFile(place)) {
            throw new NotFound("file");
        }
        return new FileSystemResource(place);
    }

    /** Nothing happens where there is no such file. */
    void delete(FileId id) {
        try {
            Files.deleteIfExists(place(id));
        } catch (IOException stays) {
            // The sweep tries again.
            log.warn("The file {} cannot be deleted: {}", id, stays.toString());
        }
    }

    /**
     * Deletes what nobody knows of: uploads that broke off, files cut short by a crash, and whole ones of which nothing
     * was written down.
     *
     * @param before what changed since is left alone: it may be on its way
     * @param known picks those of some ids that are to stay
     */
    void sweep(Instant before, UnaryOperator<Set<UUID>> known) throws IOException {
        old(incoming, before).values().forEach(FileStore::remove);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
            for (Path each : folders) {
                sweepFolder(each, before, known);
            }
        }
    }

    private static void sweepFolder(Path folder, Instant before, UnaryOperator<Set<UUID>> known) throws IOException {
        Map<UUID, Path> whole = new HashMap<>();
        old(folder, before).forEach((name, path) -> {
            if (name.endsWith(UNFINISHED)) {
                remove(path);
            } else {
                id(name).ifPresent(it -> whole.put(it, path));
            }
        });
        if (!whole.isEmpty()) {
            whole.keySet().removeAll(known.apply(Set.copyOf(whole.keySet())));
            whole.values().forEach(FileStore::remove);
        }
    }

    private static Map<String, Path> old(Path folder, Instant before) throws IOException {
        Map<String, Path> old = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    old.put(file.getFileName().toString(), file);
                }
            }
        }
        return old;
    }

    private static Optional<UUID> id(String name) {
        try {
            return Optional.of(UUID.fromString(name));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            log.info("Swept {}", file.getFileName());
        } catch (IOException stays) {
            log.warn("{} cannot be deleted: {}", file.getFileName(), stays.toString());
        }
    }

    private static long write(InputStream content, Path file, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (FileChannel out = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), closed("rw-------"))) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > most) {
                    throw new FileTooLarge(most);
                }
                ByteBuffer part = ByteBuffer.wrap(buffer, 0, read);
                while (part.hasRemaining()) {
                    out.write(part);
                }
            }
            out.force(true);
        }
        return bytes;
    }

    /** The end of an id is random, its beginning is the time: files of one day would lie in one folder. */
    private Path place(FileId id) {
        String name = id.toString();
        return folder.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, closed("rwx------"));
        }
    }

    /** The name of a file is safe once its folder is. Where folders cannot be opened, the system sees to that itself. */
    private static void sync(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static FileAttribute<?>[] closed(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
