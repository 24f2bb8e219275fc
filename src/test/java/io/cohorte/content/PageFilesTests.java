package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.content.PageUploads.Upload;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CohorteTest
class PageFilesTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};
    private static final byte[] MP4 = "\0\0\0\24ftypisom0000mp41rest".getBytes();

    @Autowired
    World world;

    @Autowired
    PageUploads uploads;

    @Autowired
    PageFiles files;

    @Autowired
    PageVideos videos;

    @Autowired
    FileQueries queries;

    @Autowired
    FileRows rows;

    @Autowired
    FileStore store;

    @Autowired
    FileSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Pages pages;

    @Autowired
    MovableClock clock;

    private TestProduct product;
    private PageId page;

    @BeforeEach
    void build() {
        product = world.product();
        page = world.page(product, world.module(product, "Uno"), "Bienvenida");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void keepsAttachmentsInTheOrderTheyCameAndKnowsWhatTheyAre() {
        attach("../Guía.pdf", "%PDF-1.7".getBytes());
        attach("virus.png", "MZ".getBytes());

        assertThat(reading().attachments())
                .extracting(PageFileView::name, PageFileView::bytes, PageFileView::mediaType)
                .containsExactly(
                        tuple("Guía.pdf", 8L, "application/pdf"), tuple("virus.png", 2L, "application/octet-stream"));
        assertThat(audited()).last().asString().contains("attachment", "virus.png");
    }

    @Test
    void refusesAnImageOrAVideoThatIsNoneByItsContent() {
        assertThatThrownBy(() ->
                        uploads.addImage(product.ref(), page, upload("a.png", "<svg/>".getBytes()), product.owner()))
                .isInstanceOf(WrongFileType.class);
        assertThatThrownBy(() -> show(PNG)).isInstanceOf(WrongFileType.class);

        assertThat(reading().files()).isEmpty();
    }

    @Test
    void refusesAFileThatIsLargerThanOneOfItsKindMayBe() {
        Upload large = new Upload("a.png", 11L << 20, () -> new ByteArrayInputStream(PNG));

        assertThatThrownBy(() -> uploads.addImage(product.ref(), page, large, product.owner()))
                .isInstanceOf(FileTooLarge.class);
    }

    @Test
    void leavesNothingOfAFileForAPageThatIsNotThere() {
        PageId none = PageId.next();

        assertThatThrownBy(
                        () -> uploads.attach(product.ref(), none, upload("a.txt", "hola".getBytes()), product.owner()))
                .isInstanceOf(NotFound.class);

        assertThat(used()).isZero();
    }

    @Test
    void renamesAndReordersFilesOfOneKind() {
        FileId first = attach("a.txt", "a".getBytes());
        FileId image = add("i.png");
        FileId second = attach("b.txt", "b".getBytes());

        files.moveUp(product.ref(), page, second, product.owner());
        files.moveUp(product.ref(), page, second, product.owner());
        files.moveDown(product.ref(), page, first, product.owner());
        files.rename(product.ref(), page, first, " Tarea 1/2 ", product.owner());

        assertThat(reading().attachments()).extracting(PageFileView::name).containsExactly("b.txt", "Tarea 1_2");
        assertThat(reading().images()).extracting(PageFileView::id).containsExactly(image);
    }

    @Test
    void deletesARemovedFileAndGivesItsSpaceBack() {
        FileId file = attach("a.txt", "hola".getBytes());
        assertThat(used()).isEqualTo(4);

        files.remove(product.ref(), page, file, product.owner());

        assertThat(reading().files()).isEmpty();
        assertThat(used()).isZero();
        assertThatThrownBy(() -> store.read(file)).isInstanceOf(NotFound.class);
    }

    @Test
    void keepsARemovedFileOnDiskIfTheRemovalIsUndone() {
        FileId file = attach("a.txt", "hola".getBytes());

        transaction.executeWithoutResult(status -> {
            files.remove(product.ref(), page, file, product.owner());
            status.setRollbackOnly();
        });

        assertThat(reading().attachments()).hasSize(1);
        assertThat(store.read(file).exists()).isTrue();
    }

    @Test
    void keepsAFileThatAnotherPageHasTooAndCountsItOnce() {
        FileId file = attach("a.txt", "hola".getBytes());
        PageId copy = copyOfPage(file);

        assertThat(used()).isEqualTo(4);
        files.remove(product.ref(), page, file, product.owner());

        assertThat(store.read(file).exists()).isTrue();
        assertThat(queries.get(product.ref().id(), copy, file).name()).isEqualTo("a.txt");
        files.remove(product.ref(), copy, file, product.owner());
        assertThatThrownBy(() -> store.read(file)).isInstanceOf(NotFound.class);
    }

    @Test
    void hasNoFileOfAnotherPageProductOrArea() {
        FileId file = attach("a.txt", "hola".getBytes());
        PageId beside = world.page(product, reading().module(), "Otra");
        TestProduct sibling = world.product(product.area());
        TestProduct stranger = world.product();

        assertThatThrownBy(() -> queries.get(product.ref().id(), beside, file)).isInstanceOf(NotFound.class);
        for (TestProduct other : List.of(sibling, stranger)) {
            assertThatThrownBy(() -> queries.get(other.ref().id(), page, file)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> queries.page(other.ref().id(), page)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> files.remove(other.ref(), page, file, other.owner()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> uploads.attach(other.ref(), page, upload("b.txt", "b".getBytes()), other.owner()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> videos.remove(other.ref(), page, "", other.owner()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void showsOneVideoAtATimeAndDeletesTheUploadedOneItReplaces() {
        show(MP4);
        FileId first = reading().uploaded().id();
        show(MP4);
        FileId second = reading().uploaded().id();
        assertThatThrownBy(() -> store.read(first)).isInstanceOf(NotFound.class);

        VideoLink link = VideoLink.of("https://youtu.be/a-B_c9dEf0h");
        videos.link(product.ref(), page, link, second.toString(), product.owner());

        assertThat(reading().linked()).isEqualTo(link);
        assertThat(reading().files()).isEmpty();
        assertThatThrownBy(() -> store.read(second)).isInstanceOf(NotFound.class);
        videos.remove(product.ref(), page, "YOUTUBE:a-B_c9dEf0h", product.owner());
        assertThat(reading().hasVideo()).isFalse();
    }

    @Test
    void refusesToReplaceAVideoThatSomebodyElseReplacedMeanwhile() {
        show(MP4);
        FileId video = reading().uploaded().id();

        assertThatThrownBy(() -> videos.remove(product.ref(), page, "", product.owner()))
                .isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> uploads.showVideo(product.ref(), page, upload("b.mp4", MP4), "", product.owner()))
                .isInstanceOf(StaleEdit.class);

        assertThat(reading().uploaded().id()).isEqualTo(video);
        assertThat(used()).isEqualTo(MP4.length);
    }

    @Test
    void takesNoVideoForAnAttachment() {
        show(MP4);
        FileId video = reading().uploaded().id();

        assertThatThrownBy(() -> files.remove(product.ref(), page, video, product.owner()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesWhatTheAreaHasNoSpaceForAndSaysHowMuchIsLeft() {
        leave(3);

        assertThatThrownBy(() -> attach("a.txt", "hola".getBytes()))
                .isInstanceOfSatisfying(FileQuotaExceeded.class, it -> assertThat(it.arguments())
                        .containsExactly(3.0, "B", 4.0, "B"));
        attach("b.txt", "sol".getBytes());

        assertThat(queries.space(product.area().id()).left()).isZero();
    }

    @Test
    void letsNoTwoUploadsAtOncePassTheQuotaTogether() throws Exception {
        TestProduct sibling = world.product(product.area());
        PageId elsewhere = world.page(sibling, world.module(sibling, "Dos"), "Otra");
        leave(4 * 5 + 3);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tries = IntStream.range(0, 16)
                    .mapToObj(it -> (Callable<Boolean>) () -> {
                        try {
                            uploads.attach(
                                    it % 2 == 0 ? product.ref() : sibling.ref(),
                                    it % 2 == 0 ? page : elsewhere,
                                    upload(it + ".txt", "hola".getBytes()),
                                    product.owner());
                            return true;
                        } catch (FileQuotaExceeded full) {
                            return false;
                        }
                    })
                    .toList();
            int done = 0;
            for (Future<Boolean> each : threads.invokeAll(tries)) {
                done += each.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(5);
        } finally {
            threads.shutdownNow();
        }
        assertThat(queries.space(product.area().id()).left()).isEqualTo(3);
    }

    @Test
    void letsGoOfTheFilesOfAPageThatIsRemoved() {
        FileId file = attach("a.txt", "hola".getBytes());
        show(MP4);

        pages.delete(product.ref(), page, product.owner());

        assertThat(used()).isZero();
        assertThatThrownBy(() -> store.read(file)).isInstanceOf(NotFound.class);
    }

    @Test
    void sweepsFilesThatNoPageHasAfterADay() {
        FileId kept = attach("a.txt", "hola".getBytes());
        FileId orphan = attach("b.txt", "hola".getBytes());
        jdbc.sql("DELETE FROM page_files WHERE file_id = :file")
                .param("file", orphan.value())
                .update();
        FileId unwritten = keepOnDisk();

        FileSweep.sweep(rows, store, clock);
        assertThat(store.read(orphan).exists() && store.read(unwritten).exists())
                .isTrue();

        clock.moveTo(Instant.now().plus(Duration.ofDays(1)).plusSeconds(5));
        FileSweep.sweep(rows, store, clock);

        assertThat(store.read(kept).exists()).isTrue();
        assertThatThrownBy(() -> store.read(orphan)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> store.read(unwritten)).isInstanceOf(NotFound.class);
        assertThat(used()).isEqualTo(4);
    }

    @Test
    void sweepsAgainWhatASweepThatWasCutOffHadBegun() {
        FileId file = attach("a.txt", "hola".getBytes());
        jdbc.sql("DELETE FROM page_files WHERE file_id = :file")
                .param("file", file.value())
                .update();
        jdbc.sql("DELETE FROM stored_files WHERE file_id = :file")
                .param("file", file.value())
                .update();

        clock.moveTo(Instant.now().plus(Duration.ofDays(2)));
        FileSweep.sweep(rows, store, clock);

        assertThatThrownBy(() -> store.read(file)).isInstanceOf(NotFound.class);
    }

    @Test
    void isBackedByConstraintsOfTheDatabase() {
        FileId file = attach("a.txt", "hola".getBytes());
        PageId other = world.page(product, reading().module(), "Otra");
        Map<String, Object> keys = Map.of(
                "product",
                product.ref().id().value(),
                "page",
                page.value(),
                "other",
                other.value(),
                "file",
                file.value());

        refused("a_page_has_one_video", keys, """
                UPDATE pages SET video_host = 'LOOM', video_id = 'x', video_file_id = :file
                WHERE product_id = :product AND page_id = :page
                """);
        refused("a_linked_video_has_a_host", keys, "UPDATE pages SET video_id = 'x' WHERE page_id = :page");
        refused("pages_video_id_check", keys, """
                UPDATE pages SET video_host = 'LOOM', video_id = '"><script>' WHERE page_id = :page
                """);
        refused("pages_video_host_check", keys, """
                UPDATE pages SET video_host = 'EVIL', video_id = 'x' WHERE page_id = :page
                """);
        refused("an_uploaded_video_is_a_file_of_its_page", keys, """
                UPDATE pages SET video_file_id = :file WHERE product_id = :product AND page_id = :other
                """);
        refused("a_file_is_of_a_page", keys, "UPDATE page_files SET page_id = :product WHERE file_id = :file");
        refused("page_files_file_id_fkey", keys, "DELETE FROM stored_files WHERE file_id = :file");
        refused("page_files_kind_check", keys, "UPDATE page_files SET kind = 'SCRIPT' WHERE file_id = :file");
        refused("page_files_name_check", keys, "UPDATE page_files SET name = '' WHERE file_id = :file");
        refused("stored_files_bytes_check", keys, "UPDATE stored_files SET bytes = 0 WHERE file_id = :file");
        refused("stored_files_area_id_fkey", keys, "UPDATE stored_files SET area_id = :product WHERE file_id = :file");
    }

    private void refused(String constraint, Map<String, ?> parameters, String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).params(parameters).update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    private FileId attach(String name, byte[] content) {
        uploads.attach(product.ref(), page, upload(name, content), product.owner());
        List<PageFileView> attachments = reading().attachments();
        return attachments.get(attachments.size() - 1).id();
    }

    private FileId add(String name) {
        uploads.addImage(product.ref(), page, upload(name, PNG), product.owner());
        return reading().images().get(0).id();
    }

    private void show(byte[] content) {
        uploads.showVideo(
                product.ref(), page, upload("clase.mp4", content), reading().videoKey(), product.owner());
    }

    private FileId keepOnDisk() {
        FileId id = FileId.next();
        try {
            store.keep(id, new ByteArrayInputStream(PNG), 100);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return id;
    }

    private PageId copyOfPage(FileId file) {
        PageId copy = world.page(product, reading().module(), "Copia");
        jdbc.sql("INSERT INTO page_files SELECT product_id, :copy, file_id, kind, name, position, created_at "
                        + "FROM page_files WHERE file_id = :file")
                .param("copy", copy.value())
                .param("file", file.value())
                .update();
        return copy;
    }

    /** Fills the area's space up to so many bytes. */
    private void leave(long bytes) {
        jdbc.sql("INSERT INTO stored_files VALUES (:id, :area, :bytes, 'video/mp4', now())")
                .param("id", UUID.randomUUID())
                .param("area", product.area().id().value())
                .param("bytes", settings.quota() - bytes)
                .update();
    }

    private long used() {
        return queries.space(product.area().id()).used();
    }

    private PageReading reading() {
        return queries.page(product.ref().id(), page);
    }

    private List<?> audited() {
        return jdbc.sql("SELECT after::text FROM audit_entries WHERE subject_id = :page ORDER BY at, entry_id")
                .param("page", page.value())
                .query(String.class)
                .list();
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, content.length, () -> new ByteArrayInputStream(content));
    }
}
