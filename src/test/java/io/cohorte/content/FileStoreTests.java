package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.NotFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

class FileStoreTests {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant YESTERDAY = Instant.parse("2020-06-01T00:00:00Z");

    @TempDir
    Path parent;

    private Path folder;
    private FileStore store;

    @BeforeEach
    void open() {
        folder = parent.resolve("files");
        store = new FileStore(new FileSettings(folder.toString(), DataSize.ofGigabytes(2), DataSize.ofGigabytes(20)));
    }

    @Test
    void saysWhichSettingIsWrongWhereItsFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        FileSettings settings =
                new FileSettings(file.resolve("files").toString(), DataSize.ofGigabytes(2), DataSize.ofGigabytes(20));

        assertThatThrownBy(() -> new FileStore(settings))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("cohorte.files");
    }

    @Test
    void keepsAFileUnderItsIdAloneAndGivesItBackWhole() throws IOException {
        FileId id = FileId.next();

        long bytes = store.keep(id, content("hola"), 4);

        assertThat(bytes).isEqualTo(4);
        assertThat(store.read(id).getContentAsByteArray()).isEqualTo("hola".getBytes());
        String name = id.toString();
        assertThat(files()).containsExactly(folder.resolve(name.substring(34)).resolve(name));
    }

    @Test
    void closesWhatItKeepsToOtherUsersOfTheMachine() throws IOException {
        FileId id = FileId.next();
        store.keep(id, content("hola"), 10);

        Path file = files().get(0);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        for (Path each : List.of(file.getParent(), folder, folder.resolve("incoming"))) {
            assertThat(Files.getPosixFilePermissions(each)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void leavesNothingOfAFileThatIsTooLarge() throws IOException {
        assertThatThrownBy(() -> store.keep(FileId.next(), content("hello"), 4)).isInstanceOf(FileTooLarge.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void readsNoMoreOfAFileThanItMayHave() throws IOException {
        CountedStream endless = new CountedStream();

        assertThatThrownBy(() -> store.keep(FileId.next(), endless, 1_000_000)).isInstanceOf(FileTooLarge.class);

        assertThat(endless.read).isLessThan(1_100_000);
    }

    @Test
    void leavesNothingOfAFileThatBreaksOff() throws IOException {
        InputStream broken = new SequenceInputStream(content("hola"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is dead");
            }
        });

        assertThatIOException().isThrownBy(() -> store.keep(FileId.next(), broken, 100));

        assertThat(files()).isEmpty();
    }

    @Test
    void findsNothingUnderAnIdItHasNot() {
        assertThatThrownBy(() -> store.read(FileId.next())).isInstanceOf(NotFound.class);
    }

    @Test
    void deletesAFileOnceAndForAll() throws IOException {
        FileId id = FileId.next();
        store.keep(id, content("hola"), 10);

        store.delete(id);
        store.delete(id);

        assertThat(files()).isEmpty();
    }

    @Test
    void sweepsAwayWhatACrashLeftAndNothingElse() throws IOException {
        FileId known = kept(LONG_AGO);
        FileId unknown = kept(LONG_AGO);
        FileId underWay = kept(Instant.now());
        Path unfinished = aged(known, known + ".part");
        Path upload = Files.createFile(folder.resolve("incoming").resolve("upload_1.tmp"));
        Path freshUpload = Files.createFile(folder.resolve("incoming").resolve("upload_2.tmp"));
        Files.setLastModifiedTime(upload, FileTime.from(LONG_AGO));
        Path notes = aged(known, "notes.txt");

        store.sweep(YESTERDAY, ids -> {
            assertThat(ids).doesNotContain(underWay.value());
            return ids.contains(known.value()) ? Set.of(known.value()) : Set.<UUID>of();
        });

        assertThat(store.read(known).exists()).isTrue();
        assertThat(store.read(underWay).exists()).isTrue();
        assertThatThrownBy(() -> store.read(unknown)).isInstanceOf(NotFound.class);
        assertThat(unfinished).doesNotExist();
        assertThat(upload).doesNotExist();
        assertThat(freshUpload).exists();
        assertThat(notes).as("nothing of ours").exists();
    }

    @Test
    void findsAgainWhatItKeptBeforeTheProgramEnded() throws IOException {
        FileId id = FileId.next();
        store.keep(id, content("hola"), 10);

        open();

        assertThat(store.read(id).contentLength()).isEqualTo(4);
    }

    private FileId kept(Instant changed) throws IOException {
        FileId id = FileId.next();
        store.keep(id, content("hola"), 10);
        Files.setLastModifiedTime(store.read(id).getFile().toPath(), FileTime.from(changed));
        return id;
    }

    private Path aged(FileId beside, String name) throws IOException {
        Path file = store.read(beside).getFile().toPath().resolveSibling(name);
        Files.createFile(file);
        return Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes());
    }

    /** Never ends, and counts what was taken of it. */
    private static final class CountedStream extends InputStream {

        private long read;

        @Override
        public int read() {
            read++;
            return 0;
        }
    }
}
