package io.cohorte.content;

import io.cohorte.shared.Ids;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of content: text, at most one video, and perhaps a password. */
@Entity
@Table(name = "pages")
class Page {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 200_000;

    @EmbeddedId
    private PageKey key;

    private UUID moduleId;

    private String title;

    private String text;

    /** Written set-wise, and never over what somebody else arranged meanwhile. */
    @Column(updatable = false)
    private int position;

    private boolean published;

    @Enumerated(EnumType.STRING)
    private @Nullable VideoHost videoHost;

    private @Nullable String videoId;

    private @Nullable UUID videoFileId;

    private boolean videoOnline = true;

    private @Nullable UUID passwordId;

    private @Nullable String passwordHash;

    private Instant createdAt;

    @Version
    private @Nullable Long version;

    /** A page nobody sees until it is published. */
    Page(ProductId product, PageId id, ModuleId module, String title, int position, Instant now) {
        this.key = PageKey.of(product, id);
        this.moduleId = module.value();
        this.position = position;
        this.createdAt = now;
        write(title, "");
    }

    protected Page() {}

    /**
     * @param text Markdown, up to 200,000 characters
     * @throws TextTooLong if it is longer
     */
    void write(String title, String text) {
        this.title = requireTitle(title);
        if (PlainText.length(text) > LONGEST_TEXT) {
            throw new TextTooLong(LONGEST_TEXT);
        }
        this.text = text;
    }

    static String requireTitle(String title) {
        return PlainText.requireName(title, LONGEST_TITLE);
    }

    /** Puts it into another module; where it stands there, {@link OutlineRows} writes. */
    void moveTo(ModuleId module) {
        this.moduleId = module.value();
    }

    void publish() {
        published = true;
    }

    void unpublish() {
        published = false;
    }

    /** Shows a video that lies elsewhere, in place of any other. */
    void showLinked(VideoLink video) {
        showNoVideo();
        videoHost = video.host();
        videoId = video.id();
    }

    /** Shows a video that is among its files, in place of any other. */
    void showUploaded(FileId video) {
        showNoVideo();
        videoFileId = video.value();
    }

    void showNoVideo() {
        videoHost = null;
        videoId = null;
        videoFileId = null;
    }

    /** Takes its video off while the page stays: who opens it is told so. */
    void takeVideoOffline() {
        videoOnline = false;
    }

    void putVideoOnline() {
        videoOnline = true;
    }

    /** Asks for a password from now on, also of those who gave the former one. */
    void protectWith(String hash) {
        passwordId = Ids.next();
        passwordHash = hash;
    }

    void unprotect() {
        passwordId = null;
        passwordHash = null;
    }

    PageId id() {
        return new PageId(key.pageId());
    }

    ModuleId module() {
        return new ModuleId(moduleId);
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    boolean isPublished() {
        return published;
    }

    Optional<FileId> videoFile() {
        return Optional.ofNullable(videoFileId).map(FileId::new);
    }

    /** As {@link PageReading#videoKey}. */
    String videoKey() {
        return videoHost != null && videoId != null
                ? new VideoLink(videoHost, videoId).key()
                : videoFile().map(FileId::toString).orElse("");
    }

    boolean isVideoOnline() {
        return videoOnline;
    }

    Optional<UUID> password() {
        return Optional.ofNullable(passwordId);
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** What of it decides who sees it. */
    Map<String, ?> state() {
        return state(moduleId, published, videoOnline, passwordId);
    }

    static Map<String, ?> state(UUID module, boolean published, boolean videoOnline, @Nullable UUID password) {
        Map<String, Object> state = new HashMap<>();
        state.put("module", module);
        state.put("published", published);
        state.put("videoOnline", videoOnline);
        if (password != null) {
            state.put("password", password);
        }
        return state;
    }
}
