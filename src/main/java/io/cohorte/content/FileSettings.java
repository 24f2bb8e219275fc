package io.cohorte.content;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Where the files of pages lie, and how much of them there may be. */
@Component
class FileSettings {

    static final long LARGEST_ATTACHMENT = DataSize.ofMegabytes(200).toBytes();
    static final long LARGEST_IMAGE = DataSize.ofMegabytes(10).toBytes();

    private final Path folder;
    private final DataSize largestVideo;
    private final DataSize quota;

    FileSettings(
            @Value("${cohorte.files}") String folder,
            @Value("${cohorte.files.largest-video}") DataSize largestVideo,
            @Value("${cohorte.files.quota}") DataSize quota) {
        this.folder = Path.of(folder).toAbsolutePath().normalize();
        this.largestVideo = largestVideo;
        this.quota = quota;
    }

    Path folder() {
        return folder;
    }

    /** Where uploads lie while they come in: on the disk they will stay on, since there is room for them. */
    Path incoming() {
        return folder.resolve("incoming");
    }

    /** The most bytes a file of some kind may have. */
    long most(FileKind kind) {
        return switch (kind) {
            case ATTACHMENT -> LARGEST_ATTACHMENT;
            case IMAGE -> LARGEST_IMAGE;
            case VIDEO -> largestVideo.toBytes();
        };
    }

    /** The most bytes any file may have. */
    long most() {
        return Math.max(largestVideo.toBytes(), LARGEST_ATTACHMENT);
    }

    /** The bytes that all files of an area may have together. */
    long quota() {
        return quota.toBytes();
    }
}
