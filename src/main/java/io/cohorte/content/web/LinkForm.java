package io.cohorte.content.web;

import io.cohorte.content.PageReading;
import io.cohorte.content.VideoLink;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The link of a video.
 *
 * @param opened which video the page had when the form was shown
 */
record LinkForm(@Nullable String link, @Nullable String opened) {

    static LinkForm of(PageReading page) {
        VideoLink linked = page.linked();
        return new LinkForm(linked == null ? "" : linked.page(), page.videoKey());
    }

    VideoLink read() {
        return VideoLink.of(Objects.requireNonNullElse(link, ""));
    }

    String openedOrNone() {
        return Objects.requireNonNullElse(opened, "");
    }
}
