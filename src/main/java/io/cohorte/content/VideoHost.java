package io.cohorte.content;

import java.util.regex.Pattern;

/** Where a linked video may lie: how its videos are called, and which of its addresses shows one within a page. */
public enum VideoHost {
    YOUTUBE("YouTube", "[A-Za-z0-9_-]{11}", "https://www.youtube-nocookie.com"),
    /** An unlisted video has a second part, without which it does not open. */
    VIMEO("Vimeo", "[0-9]{1,12}(?:/[0-9a-z]{6,20})?", "https://player.vimeo.com"),
    LOOM("Loom", "[0-9a-f]{32}", "https://www.loom.com"),
    WISTIA("Wistia", "[0-9a-z]{10}", "https://fast.wistia.net"),
    DAILYMOTION("Dailymotion", "[kx][0-9A-Za-z]{4,24}", "https://geo.dailymotion.com");

    private final String title;
    private final Pattern ids;
    private final String origin;

    VideoHost(String title, String ids, String origin) {
        this.title = title;
        this.ids = Pattern.compile(ids);
        this.origin = origin;
    }

    public String title() {
        return title;
    }

    boolean has(String id) {
        return ids.matcher(id).matches();
    }

    /** The one origin whose frame a page with such a video shows. */
    public String origin() {
        return origin;
    }

    /** The player without cookies, or with as few as the host offers. */
    String player(String id) {
        return origin
                + switch (this) {
                    case YOUTUBE -> "/embed/" + id + "?autoplay=1&rel=0";
                    case VIMEO ->
                        "/video/" + id.replace("/", "?h=") + (id.contains("/") ? "&" : "?") + "dnt=1&autoplay=1";
                    case LOOM -> "/embed/" + id + "?autoplay=1";
                    case WISTIA -> "/embed/iframe/" + id + "?doNotTrack=true&autoPlay=true";
                    case DAILYMOTION -> "/player.html?video=" + id;
                };
    }

    /** Where people watch it at the host's. */
    String page(String id) {
        return switch (this) {
            case YOUTUBE -> "https://www.youtube.com/watch?v=" + id;
            case VIMEO -> "https://vimeo.com/" + id;
            case LOOM -> "https://www.loom.com/share/" + id;
            case WISTIA -> "https://fast.wistia.net/embed/iframe/" + id;
            case DAILYMOTION -> "https://www.dailymotion.com/video/" + id;
        };
    }
}
