package io.cohorte.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * The folder with everything an embedded server needs, closed to other users of the machine and held by one running
 * program at a time. The lock is the operating system's: it ends with the process, however that dies, and the server
 * processes do not inherit it.
 */
final class DataFolder implements AutoCloseable {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder if need be and takes its lock. */
    static DataFolder open(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new CannotStart("the data folder " + path + " is a file.", Remedies.OTHER_FOLDER);
        }
        if (Files.notExists(path)) {
            Files.createDirectories(path);
        }
        restrict(path, "rwx------");
        FileChannel lock =
                FileChannel.open(path.resolve("cohorte.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(lock)) {
            lock.close();
            throw new CannotStart(
                    "another Cohorte already runs on " + path + ".",
                    "Stop it, or give this one a folder of its own with cohorte.data (COHORTE_DATA).");
        }
        return new DataFolder(path, lock);
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path programs() {
        return path.resolve("bin");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    /** The password of both database users. Without its file nobody gets at the data again. */
    String password() throws IOException {
        if (Files.notExists(passwordFile())) {
            throw new CannotStart(
                    "the file " + passwordFile() + " is missing, without which the kept data stays closed.",
                    "Put it back from the backup of the folder.");
        }
        restrict(passwordFile(), "rw-------");
        return Files.readString(passwordFile()).strip();
    }

    /** For a cluster that is yet to be made; the password is on the disk before anything depends on it. */
    void newPassword() throws IOException {
        byte[] random = new byte[36];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile());
        restrict(passwordFile(), "rw-------");
        try (FileChannel file = FileChannel.open(passwordFile(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(
                    Base64.getUrlEncoder().encodeToString(random).getBytes(StandardCharsets.US_ASCII)));
            file.force(true);
        }
    }

    /** Nothing for a system without such permissions, where the folder inherits those of its parent. */
    static void restrict(Path path, String permissions) throws IOException {
        if (POSIX
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                        .equals(permissions)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /** An empty folder below this one, for work that is moved to its place by {@link #finish} once it is whole. */
    Path begin(String name) throws IOException {
        Path unfinished = path.resolve(name);
        delete(unfinished);
        Files.createDirectory(unfinished);
        restrict(unfinished, "rwx------");
        return unfinished;
    }

    void finish(Path unfinished, Path place) throws IOException {
        if (Files.notExists(place.getParent())) {
            Files.createDirectory(place.getParent());
            restrict(place.getParent(), "rwx------");
        }
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> found = Files.walk(tree)) {
                for (Path each : found.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
