package io.cohorte.content;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page with all that is on it.
 *
 * @param text Markdown, as typed
 * @param visible whether it and its module are published
 * @param locked whether it asks for a password
 * @param linked its video where that lies elsewhere
 * @param uploaded its video where that was uploaded; a page has one of the two at most
 */
public record PageReading(
        PageId id,
        ModuleId module,
        String moduleName,
        String title,
        String text,
        boolean published,
        boolean visible,
        boolean locked,
        @Nullable VideoLink linked,
        @Nullable PageFileView uploaded,
        boolean videoOnline,
        long version,
        List<PageFileView> files) {

    /** @param video the file that is its video; null where none was uploaded */
    PageReading with(List<PageFileView> files, @Nullable UUID video) {
        @Nullable
        PageFileView shown = files.stream()
                .filter(it -> it.id().value().equals(video))
                .findAny()
                .orElse(null);
        return new PageReading(
                id,
                module,
                moduleName,
                title,
                text,
                published,
                visible,
                locked,
                linked,
                shown,
                videoOnline,
                version,
                files);
    }

    public boolean hasVideo() {
        return linked != null || uploaded != null;
    }

    /** Which video it has: another one, another text. Forms that replace it carry this. */
    public String videoKey() {
        return linked != null
                ? linked.key()
                : Optional.ofNullable(uploaded).map(it -> it.id().toString()).orElse("");
    }

    public List<PageFileView> attachments() {
        return ofKind(FileKind.ATTACHMENT);
    }

    public List<PageFileView> images() {
        return ofKind(FileKind.IMAGE);
    }

    /** Whether its text shows an image. */
    public boolean shows(PageFileView image) {
        return text.contains("files/" + image.id());
    }

    private List<PageFileView> ofKind(FileKind kind) {
        return files.stream().filter(it -> it.kind() == kind).toList();
    }
}
