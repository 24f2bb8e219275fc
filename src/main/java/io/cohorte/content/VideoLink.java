package io.cohorte.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A video that lies elsewhere. All that is kept of what somebody pasted is the host and the id, which is nothing but
 * letters, digits and the few signs that host uses: no address is ever built from anything else.
 */
public record VideoLink(VideoHost host, String id) {

    private static final int LONGEST = 2_000;

    private static final Pattern FRAME = Pattern.compile("(?is)<iframe\\b[^>]*?\\bsrc\\s*=\\s*[\"']([^\"']+)[\"'].*");
    private static final Pattern YOUTUBE_PATH = Pattern.compile("/(?:embed|shorts|live|v)/([^/]+)/?");
    private static final Pattern VIMEO_PATH = Pattern.compile(
            "/(?:(?:channels/[^/]+|groups/[^/]+/videos|(?:album|showcase)/[^/]+/video|manage/videos|video)/)?"
                    + "([0-9]+)(?:/([0-9a-z]+))?/?");
    private static final Pattern LOOM_PATH = Pattern.compile("/(?:share|embed)/(?:[^/]*-)?([0-9a-f]{32})/?");
    private static final Pattern WISTIA_PATH =
            Pattern.compile("/(?:medias|embed/iframe|embed/medias)/([0-9a-z]{10})(?:\\.[a-z]+)?/?");
    private static final Pattern DAILYMOTION_PATH = Pattern.compile("/(?:embed/)?video/([0-9A-Za-z]+)(?:_[^/]*)?/?");

    /** Where the address of a playlist or a channel's stream has the id of a video. */
    private static final Set<String> NO_VIDEO = Set.of("videoseries", "live_stream");

    public VideoLink {
        if (!host.has(id)) {
            throw new IllegalArgumentException("no id of a video of " + host);
        }
    }

    /**
     * Reads what people paste: the address of a video or of its player as the hosts show them, with or without a moment,
     * a playlist or a scheme, or the code for a frame.
     *
     * @throws UnknownVideo if it leads to no video of a known host
     */
    public static VideoLink of(String pasted) {
        String text = pasted.strip();
        Matcher frame = FRAME.matcher(text);
        String address = frame.matches() ? frame.group(1) : text;
        if (address.length() > LONGEST) {
            throw new UnknownVideo();
        } else if (address.startsWith("//")) {
            address = "https:" + address;
        } else if (!address.contains("://")) {
            address = "https://" + address;
        }
        try {
            return find(new URI(address.replace("&amp;", "&"))).orElseThrow(UnknownVideo::new);
        } catch (URISyntaxException noAddress) {
            throw new UnknownVideo();
        }
    }

    private static Optional<VideoLink> find(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (host == null
                || !(scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
                || address.getRawUserInfo() != null
                || address.getPort() != -1) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(address.getRawPath()).orElse("");
        String bare = host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m|music)\\.", "");
        return switch (bare) {
            case "youtu.be" -> video(VideoHost.YOUTUBE, path.replaceAll("^/|/$", ""));
            case "youtube.com", "youtube-nocookie.com" -> youtube(path, address);
            case "vimeo.com", "player.vimeo.com" -> vimeo(path, address);
            case "loom.com" -> matched(VideoHost.LOOM, LOOM_PATH, path);
            case "dai.ly" -> video(VideoHost.DAILYMOTION, path.replaceAll("^/|/$", ""));
            case "dailymotion.com" -> matched(VideoHost.DAILYMOTION, DAILYMOTION_PATH, path);
            case "geo.dailymotion.com" -> parameter(address, "video").flatMap(it -> video(VideoHost.DAILYMOTION, it));
            default ->
                bare.matches("(?:[a-z0-9-]+\\.)*(?:wistia\\.(?:com|net)|wi\\.st)")
                        ? matched(VideoHost.WISTIA, WISTIA_PATH, path)
                        : Optional.empty();
        };
    }

    private static Optional<VideoLink> youtube(String path, URI address) {
        Optional<VideoLink> found = path.matches("/watch/?")
                ? parameter(address, "v").flatMap(it -> video(VideoHost.YOUTUBE, it))
                : matched(VideoHost.YOUTUBE, YOUTUBE_PATH, path);
        return found.filter(it -> !NO_VIDEO.contains(it.id()));
    }

    private static Optional<VideoLink> vimeo(String path, URI address) {
        Matcher matcher = VIMEO_PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String secret = Optional.ofNullable(matcher.group(2))
                .or(() -> parameter(address, "h"))
                .map("/"::concat)
                .orElse("");
        return video(VideoHost.VIMEO, matcher.group(1) + secret);
    }

    private static Optional<VideoLink> matched(VideoHost host, Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches() ? video(host, matcher.group(1)) : Optional.empty();
    }

    private static Optional<VideoLink> video(VideoHost host, String id) {
        return host.has(id) ? Optional.of(new VideoLink(host, id)) : Optional.empty();
    }

    private static Optional<String> parameter(URI address, String name) {
        String query = Optional.ofNullable(address.getRawQuery()).orElse("");
        return Stream.of(query.split("&"))
                .filter(it -> it.startsWith(name + "="))
                .map(it -> it.substring(name.length() + 1))
                .findFirst();
    }

    /** The address of its player, for the frame of a page whose visitor asked to play it. */
    public String player() {
        return host.player(id);
    }

    /** Where people watch it at the host's. */
    public String page() {
        return host.page(id);
    }

    String key() {
        return host + ":" + id;
    }
}
