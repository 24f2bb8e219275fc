package io.cohorte.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kept data of an embedded server, and its one server process. */
final class Cluster {

    static final String SUPERUSER = "postgres";

    /** Recovery after a crash reads back what the last checkpoint did not hold. */
    private static final String START_SECONDS = "600";

    private static final String STOP_SECONDS = "60";

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    private final DataFolder folder;
    private final Path path;
    private final Binaries binaries;

    private Cluster(DataFolder folder, Binaries binaries) {
        this.folder = folder;
        this.path = folder.cluster();
        this.binaries = binaries;
    }

    /** Makes the cluster if need be. No server runs on it afterwards, even if one was left behind. */
    static Cluster in(DataFolder folder) throws IOException {
        requireVersion(folder.cluster());
        Cluster cluster = new Cluster(folder, Binaries.in(folder));
        if (Files.notExists(cluster.path)) {
            cluster.create();
        }
        // A copy put back from a backup may have lost this, and the server insists on it.
        DataFolder.restrict(cluster.path, "rwx------");
        cluster.endLeftover();
        return cluster;
    }

    private static void requireVersion(Path path) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        Path file = path.resolve("PG_VERSION");
        String version = Files.isRegularFile(file) ? Files.readString(file).strip() : "(none)";
        if (!version.equals(Integer.toString(Binaries.MAJOR))) {
            throw new CannotStart(
                    "the kept data in " + path + " is of PostgreSQL " + version + ", this program brings "
                            + Binaries.MAJOR + ".",
                    "Start it with the release that wrote it, dump it and restore the dump into a new folder.");
        }
    }

    /**
     * The password and scram come with the first byte, so no server ever ran on it that trusts anybody. What is
     * interrupted leaves no cluster behind that only looks like one.
     */
    private void create() throws IOException {
        folder.newPassword();
        Path unfinished = folder.begin("postgres.new");
        List<String> arguments = new ArrayList<>(List.of("--pgdata", unfinished.toString()));
        arguments.addAll(List.of(
                "--username", SUPERUSER, "--pwfile", folder.passwordFile().toString()));
        arguments.addAll(List.of("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C"));
        // The same order and case rules on every machine: they come with PostgreSQL, not with the C library.
        arguments.addAll(List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"));
        Binaries.Outcome outcome = binaries.run("initdb", arguments);
        if (!outcome.success()) {
            throw failure("the database could not be made in " + path, outcome);
        }
        folder.finish(unfinished, path);
    }

    private void endLeftover() throws IOException {
        switch (Leftover.of(path)) {
            case NOTHING -> {}
            case STRANGER -> Files.deleteIfExists(Leftover.file(path));
            case ORPHAN -> {
                log.warn("The last Cohorte on {} was killed; ending the server it left behind", folder.path());
                stop();
            }
            case UNCLEAR ->
                throw new CannotStart(
                        "a PostgreSQL server may still run on " + path + ".",
                        "Stop the process named in " + Leftover.file(path) + ", or delete that file if it is"
                                + " none of this folder.");
        }
    }

    /** Safe settings go with every start: no edit of postgresql.conf can loosen them. */
    void start(int port) throws IOException {
        List<String> settings = new ArrayList<>(List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on"));
        settings.addAll(List.of("listen_addresses=" + EmbeddedServer.HOST, "port=" + port, "unix_socket_directories="));
        // The values of a refused row, which may be an address, stay out of the log.
        settings.addAll(List.of("log_error_verbosity=terse", "log_min_error_statement=panic", "log_checkpoints=off"));
        settings.add("timezone=UTC");
        String options = "-c " + String.join(" -c ", settings);
        if (Files.exists(folder.log())) {
            Files.move(folder.log(), folder.path().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Binaries.Outcome outcome =
                control("start", START_SECONDS, "-l", folder.log().toString(), "-o", options);
        if (!outcome.success()) {
            if (Leftover.of(path) == Leftover.ORPHAN) {
                // Still at its recovery when the time was up: it must not outlive us.
                stop();
            }
            String written = Files.exists(folder.log()) ? Files.readString(folder.log()) : "";
            throw failure("its database does not start", outcome.followedBy(written));
        }
    }

    /** Ends open sessions, writes a checkpoint and waits until the server is gone. */
    void stop() throws IOException {
        if (Files.notExists(Leftover.file(path))) {
            return;
        }
        Binaries.Outcome outcome = control("stop", STOP_SECONDS, "-m", "fast");
        if (!outcome.success()) {
            throw failure("the database on " + path + " could not be stopped", outcome);
        }
    }

    private Binaries.Outcome control(String action, String seconds, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(action, "-D", path.toString(), "-w", "-t", seconds));
        arguments.addAll(List.of(more));
        return binaries.run("pg_ctl", arguments);
    }

    private static CannotStart failure(String what, Binaries.Outcome outcome) {
        String reason = outcome.reason();
        String remedy = reason.contains("run as root") ? "Run Cohorte as an ordinary user or " : "Mend that or ";
        return new CannotStart(what + ": " + reason + ".", remedy + Remedies.OTHER_SERVER);
    }
}
