package io.cohorte.content;

import io.cohorte.shared.Actor;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.RuleViolation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes in files that people send. It looks at what they are, puts them on disk, and only then, in a transaction that
 * waits for no disk, on the page; what the page may not have is deleted again. What a crash leaves between the two is
 * swept away.
 */
@Service
public class PageUploads {

    private final PageFiles files;
    private final PageVideos videos;
    private final FileStore store;
    private final FileQueries queries;
    private final FileSettings settings;

    PageUploads(PageFiles files, PageVideos videos, FileStore store, FileQueries queries, FileSettings settings) {
        this.files = files;
        this.videos = videos;
        this.store = store;
        this.queries = queries;
        this.settings = settings;
    }

    /**
     * A file as it was sent.
     *
     * @param name as its sender calls it
     * @param bytes how many it has, more than 0
     */
    public record Upload(@Nullable String name, long bytes, Source content) {}

    /** Content that can be read more than once, the same each time. */
    @FunctionalInterface
    public interface Source {

        /** From the beginning; whoever opens it closes it. */
        InputStream open() throws IOException;
    }

    /**
     * Adds an attachment: a file of any kind.
     *
     * @throws FileTooLarge beyond 200 MB
     * @throws FileQuotaExceeded if the area's files would take too much
     */
    public void attach(ProductRef product, PageId page, Upload upload, Actor actor) {
        take(product, upload, FileKind.ATTACHMENT, it -> files.add(product, page, it, actor));
    }

    /**
     * Adds an image for the text.
     *
     * @throws WrongFileType if it is no PNG, JPEG, GIF or WebP
     * @throws FileTooLarge beyond 10 MB
     * @throws FileQuotaExceeded if the area's files would take too much
     */
    public void addImage(ProductRef product, PageId page, Upload upload, Actor actor) {
        take(product, upload, FileKind.IMAGE, it -> files.add(product, page, it, actor));
    }

    /**
     * Shows a video in place of the one the page has, if any.
     *
     * @param opened as of {@link PageVideos#link}
     * @throws WrongFileType if it is no MP4 or WebM
     * @throws FileTooLarge beyond {@code cohorte.files.largest-video}
     * @throws FileQuotaExceeded if the area's files would take too much
     */
    public void showVideo(ProductRef product, PageId page, Upload upload, String opened, Actor actor) {
        take(product, upload, FileKind.VIDEO, it -> videos.show(product, page, it, opened, actor));
    }

    private void take(ProductRef product, Upload upload, FileKind kind, Consumer<NewFile> put) {
        long most = settings.most(kind);
        if (upload.bytes() > most) {
            throw new FileTooLarge(most);
        }
        // Asked again when it is written down; now it saves copying gigabytes in vain.
        queries.space(product.area()).require(upload.bytes());
        FileId id = FileId.next();
        try {
            String type = type(kind, upload);
            long bytes = keep(id, upload, most);
            put.accept(new NewFile(id, kind, FileName.tidy(upload.name()), bytes, type));
        } catch (RuleViolation | NotFound refused) {
            // Not after any failure: one of the connection may come after the commit.
            store.delete(id);
            throw refused;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long keep(FileId id, Upload upload, long most) throws IOException {
        try (InputStream content = upload.content().open()) {
            return store.keep(id, content, most);
        }
    }

    private static String type(FileKind kind, Upload upload) throws IOException {
        String type;
        try (InputStream content = upload.content().open()) {
            type = FileSignature.typeOf(content.readNBytes(FileSignature.LENGTH));
        }
        if (kind == FileKind.IMAGE && !FileSignature.isImage(type)) {
            throw WrongFileType.noImage();
        } else if (kind == FileKind.VIDEO && !FileSignature.isVideo(type)) {
            throw WrongFileType.noVideo();
        }
        return type;
    }
}
