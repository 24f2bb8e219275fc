package io.cohorte.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the file postmaster.pid of a cluster still tells, asked while the lock of the folder is held: so whoever it
 * names does not belong to a running program. The number alone proves nothing, for the system gives numbers out again,
 * and in a container almost surely so.
 */
enum Leftover {

    /** No file, or one of a process that is gone: the server itself clears that away. */
    NOTHING,
    /** A server lives on whose program was killed. */
    ORPHAN,
    /** The number has passed on to a process that has nothing to do with this cluster, or has just ended. */
    STRANGER,
    /** A PostgreSQL server, it may be of this cluster. */
    UNCLEAR;

    static Leftover of(Path cluster) throws IOException {
        Path file = file(cluster);
        if (Files.notExists(file)) {
            return NOTHING;
        }
        Optional<String> number = Files.readAllLines(file).stream().findFirst().map(String::strip);
        if (number.isEmpty() || !number.get().matches("\\d{1,10}")) {
            return STRANGER;
        }
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(number.get())).filter(ProcessHandle::isAlive);
        return process.isPresent() ? identify(process.get(), cluster) : NOTHING;
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static Leftover identify(ProcessHandle process, Path cluster) throws IOException {
        ProcessHandle.Info info = process.info();
        // A server runs only as the owner of its data, and that is who we are.
        if (!info.user().equals(ProcessHandle.current().info().user())) {
            return STRANGER;
        }
        Optional<String> program =
                info.command().map(command -> Path.of(command).getFileName().toString());
        if (program.isPresent() && !program.get().startsWith("postgres")) {
            return STRANGER;
        }
        Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.isSymbolicLink(workingFolder)) {
            // The server makes its cluster its working folder, however its start spelled the path.
            try {
                return Files.isSameFile(workingFolder, cluster) ? ORPHAN : STRANGER;
            } catch (AccessDeniedException hidden) {
                return UNCLEAR;
            } catch (NoSuchFileException ended) {
                return STRANGER;
            }
        }
        boolean named = info.commandLine().orElse("").contains(cluster.toString());
        return named ? ORPHAN : UNCLEAR;
    }
}
