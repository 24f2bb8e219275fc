package io.cohorte.benchmark;

import io.cohorte.support.Node;
import io.cohorte.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of the process to healthy, and the memory it holds at rest, beside an application of Spring Boot with
 * web, JPA and Flyway alone; both as jars with the same options, on the same migrated database, in turns.
 */
@Tag("start")
class StartBenchmark {

    private static final int RUNS = 5;
    private static final int REST_SECONDS = 8;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    @TempDir
    Path folder;

    @Benchmark
    void startsAndRestsNearlyAsABareApplication() throws Exception {
        String database = TestDatabase.create();
        Path ours = Path.of(System.getProperty("cohorte.jar"));
        Path bare = BareJar.build(ours, folder);
        Figures mine = new Figures();
        Figures theirs = new Figures();
        for (int run = 0; run <= RUNS; run++) {
            measure(mine, run, ours, database, "/actuator/health/readiness");
            measure(theirs, run, bare, database, "/health");
        }
        Report time = new Report("start", "ms");
        time.add("time", mine.milliseconds, theirs.milliseconds, 0.5);
        time.print();
        Report memory = new Report("start", "MiB");
        memory.add("memory", mine.mebibytes, theirs.mebibytes, 0.7);
        memory.print();
    }

    private static final class Figures {
        private final List<Double> milliseconds = new ArrayList<>();
        private final List<Double> mebibytes = new ArrayList<>();
    }

    /** The first run warms the disk's cache. */
    private static void measure(Figures figures, int run, Path jar, String database, String probe) throws Exception {
        try (Node node = Node.ofJar(jar, database, probe)) {
            TimeUnit.SECONDS.sleep(REST_SECONDS);
            collectGarbage(node.pid());
            if (run > 0) {
                figures.milliseconds.add((double) node.startTook().toMillis());
                figures.mebibytes.add(resident(node.pid()));
            }
        }
    }

    /** What the heap could give back it does, so that neither is charged for the other's luck with its collector. */
    private static void collectGarbage(long pid) throws IOException, InterruptedException {
        Path jcmd =
                Path.of(ProcessHandle.current().info().command().orElseThrow()).resolveSibling("jcmd");
        new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        TimeUnit.SECONDS.sleep(1);
    }

    private static double resident(long pid) throws IOException {
        Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
        if (!matcher.find()) {
            throw new IllegalStateException("no figure of process " + pid);
        }
        return Long.parseLong(matcher.group(1)) / 1024.0;
    }
}
