package io.cohorte.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class DiskHealthTests {

    @TempDir
    Path folder;

    @Test
    void isUpWhileThereIsRoom() {
        assertThat(status(folder, DataSize.ofBytes(1))).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhereLessIsLeftThanAskedFor() {
        assertThat(status(folder, DataSize.ofTerabytes(8_000_000))).isEqualTo(Status.DOWN);
    }

    @Test
    void looksAtTheDiskAFolderWillBeMadeOn() {
        Path later = folder.resolve("not/yet");

        assertThat(status(later, DataSize.ofBytes(1))).isEqualTo(Status.UP);
        assertThat(status(later, DataSize.ofTerabytes(8_000_000))).isEqualTo(Status.DOWN);
    }

    @Test
    void hasNothingToFillWhereAllIsKeptElsewhere() {
        assertThat(new DiskHealth(List.of(), DataSize.ofTerabytes(8_000_000))
                        .health()
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    private static Status status(Path folder, DataSize least) {
        return new DiskHealth(List.of(folder), least).health().getStatus();
    }
}
