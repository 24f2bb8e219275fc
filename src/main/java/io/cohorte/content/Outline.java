package io.cohorte.content;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The modules of a product in their order, with their pages in theirs. */
public record Outline(List<ModuleLine> modules) {

    /** @param version for the forms that edit it */
    public record ModuleLine(
            ModuleId id, String name, String description, boolean published, long version, List<PageLine> pages) {}

    /**
     * A page without its text.
     *
     * @param hasVideo whether it has one, linked or uploaded
     * @param videoOnline whether that video is to be shown; says nothing where there is none
     * @param password which one opens it; null where none is asked for
     * @param version for the forms that edit it
     */
    public record PageLine(
            PageId id,
            ModuleId module,
            String title,
            boolean published,
            boolean hasVideo,
            boolean videoOnline,
            @Nullable UUID password,
            long version) {}

    public Stream<PageLine> pages() {
        return modules.stream().flatMap(it -> it.pages().stream());
    }

    public Optional<ModuleLine> module(ModuleId id) {
        return modules.stream().filter(it -> it.id().equals(id)).findAny();
    }

    public Optional<PageLine> page(PageId id) {
        return pages().filter(it -> it.id().equals(id)).findAny();
    }
}
