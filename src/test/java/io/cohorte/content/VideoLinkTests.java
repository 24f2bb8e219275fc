package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoLinkTests {

    private static final Map<VideoHost, String> IDS = Map.of(
            VideoHost.YOUTUBE, "a-B_c9dEf0h",
            VideoHost.VIMEO, "123456789/0a1b2c3d4e",
            VideoHost.LOOM, "0123456789abcdef0123456789abcdef",
            VideoHost.WISTIA, "abc123def4",
            VideoHost.DAILYMOTION, "x8abcde");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?v=a-B_c9dEf0h",
                "http://youtube.com/watch?v=a-B_c9dEf0h",
                "https://m.youtube.com/watch?v=a-B_c9dEf0h&feature=share",
                "https://music.youtube.com/watch?v=a-B_c9dEf0h&si=xyz",
                "https://www.youtube.com/watch?list=PL0123456789&index=3&v=a-B_c9dEf0h&t=1m30s",
                "https://www.youtube.com/watch?app=desktop&v=a-B_c9dEf0h#t=10",
                "https://youtu.be/a-B_c9dEf0h",
                "https://youtu.be/a-B_c9dEf0h?t=42&si=abc",
                "https://www.youtube.com/shorts/a-B_c9dEf0h?feature=share",
                "https://www.youtube.com/live/a-B_c9dEf0h",
                "https://www.youtube.com/embed/a-B_c9dEf0h?start=3",
                "https://www.youtube.com/v/a-B_c9dEf0h",
                "https://www.youtube-nocookie.com/embed/a-B_c9dEf0h",
                "//www.youtube.com/embed/a-B_c9dEf0h",
                "youtube.com/watch?v=a-B_c9dEf0h",
                "YouTu.be/a-B_c9dEf0h",
                "HTTPS://WWW.YOUTUBE.COM/watch?v=a-B_c9dEf0h",
                "  https://youtu.be/a-B_c9dEf0h\n",
                "<iframe width=\"560\" height=\"315\" src=\"https://www.youtube.com/embed/a-B_c9dEf0h?si=x&amp;start=3\" "
                        + "title=\"YouTube video player\" allowfullscreen></iframe>"
            })
    void readsWhatPeoplePasteOfYouTube(String pasted) {
        assertThat(VideoLink.of(pasted)).isEqualTo(new VideoLink(VideoHost.YOUTUBE, "a-B_c9dEf0h"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://vimeo.com/123456789, VIMEO, 123456789",
        "https://www.vimeo.com/123456789?share=copy, VIMEO, 123456789",
        "https://vimeo.com/123456789/0a1b2c3d4e, VIMEO, 123456789/0a1b2c3d4e",
        "https://vimeo.com/123456789/0a1b2c3d4e?share=copy#t=3, VIMEO, 123456789/0a1b2c3d4e",
        "https://vimeo.com/channels/staffpicks/123456789, VIMEO, 123456789",
        "https://vimeo.com/showcase/9876/video/123456789, VIMEO, 123456789",
        "https://vimeo.com/groups/motion/videos/123456789, VIMEO, 123456789",
        "https://vimeo.com/manage/videos/123456789, VIMEO, 123456789",
        "https://player.vimeo.com/video/123456789, VIMEO, 123456789",
        "https://player.vimeo.com/video/123456789?h=0a1b2c3d4e&badge=0, VIMEO, 123456789/0a1b2c3d4e",
        "https://www.loom.com/share/0123456789abcdef0123456789abcdef, LOOM, 0123456789abcdef0123456789abcdef",
        "https://loom.com/share/0123456789abcdef0123456789abcdef?sid=1-2, LOOM, 0123456789abcdef0123456789abcdef",
        "https://www.loom.com/share/My-lesson-0123456789abcdef0123456789abcdef, LOOM, 0123456789abcdef0123456789abcdef",
        "https://www.loom.com/embed/0123456789abcdef0123456789abcdef?t=4, LOOM, 0123456789abcdef0123456789abcdef",
        "https://escuela.wistia.com/medias/abc123def4, WISTIA, abc123def4",
        "https://fast.wistia.net/embed/iframe/abc123def4?videoFoam=true, WISTIA, abc123def4",
        "https://fast.wistia.com/embed/medias/abc123def4.jsonp, WISTIA, abc123def4",
        "https://escuela.wi.st/medias/abc123def4, WISTIA, abc123def4",
        "https://www.dailymotion.com/video/x8abcde, DAILYMOTION, x8abcde",
        "https://www.dailymotion.com/video/x8abcde_una-clase_school?start=10, DAILYMOTION, x8abcde",
        "https://www.dailymotion.com/embed/video/x8abcde?autoplay=1, DAILYMOTION, x8abcde",
        "https://geo.dailymotion.com/player.html?video=x8abcde, DAILYMOTION, x8abcde",
        "https://dai.ly/x8abcde, DAILYMOTION, x8abcde"
    })
    void readsWhatPeoplePasteOfTheOtherHosts(String pasted, VideoHost host, String id) {
        assertThat(VideoLink.of(pasted)).isEqualTo(new VideoLink(host, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a-B_c9dEf0h",
                "video",
                "https://",
                "https://example.com/watch?v=a-B_c9dEf0h",
                "https://www.youtube.com/",
                "https://www.youtube.com/watch",
                "https://www.youtube.com/watch?v=",
                "https://www.youtube.com/watch?v=tooshort",
                "https://www.youtube.com/watch?v=a-B_c9dEf0hX",
                "https://www.youtube.com/watch?v=a-B_c9dEf0%22",
                "https://www.youtube.com/playlist?list=PL0123456789",
                "https://www.youtube.com/embed/videoseries?list=PL0123456789",
                "https://www.youtube.com/embed/live_stream?channel=UC1",
                "https://www.youtube.com/@school",
                "https://www.youtube.com/embed/a-B_c9dEf0h/../../x",
                "https://www.youtube.com.evil.example/watch?v=a-B_c9dEf0h",
                "https://evil.example/www.youtube.com/watch?v=a-B_c9dEf0h",
                "https://www.youtube.com@evil.example/watch?v=a-B_c9dEf0h",
                "https://user:pass@www.youtube.com/watch?v=a-B_c9dEf0h",
                "https://www.youtube.com:8443/watch?v=a-B_c9dEf0h",
                "https://evilyoutube.com/watch?v=a-B_c9dEf0h",
                "https://youtu.be.evil.example/a-B_c9dEf0h",
                "https://evilwistia.com/medias/abc123def4",
                "https://wistia.com.evil.example/medias/abc123def4",
                "javascript:alert(1)//youtu.be/a-B_c9dEf0h",
                "javascript://youtu.be/a-B_c9dEf0h%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "ftp://youtu.be/a-B_c9dEf0h",
                "https://youtu.be/a-B_c9d\"f0h",
                "https://youtu.be/a-B_c9d'f0h",
                "https://youtu.be/\"onload=x",
                "https://vimeo.com/123456789?h=\"><script>",
                "https://vimeo.com/123456789/zz",
                "https://vimeo.com/user/about",
                "https://vimeo.com/1234567890123",
                "https://www.loom.com/share/0123456789abcdef",
                "https://www.loom.com/looms/videos",
                "https://www.dailymotion.com/x8abcde/x",
                "https://dai.ly/",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<script src=\"https://youtu.be/a-B_c9dEf0h\"></script>",
                "https://youtu.be/a-B_c9dEf0h https://evil.example"
            })
    void refusesWhatLeadsToNoVideoOfAKnownHost(String pasted) {
        assertThatThrownBy(() -> VideoLink.of(pasted)).isInstanceOf(UnknownVideo.class);
    }

    @Test
    void refusesAnAddressLongerThanAnyIs() {
        assertThatThrownBy(() -> VideoLink.of("https://youtu.be/a-B_c9dEf0h?x=" + "y".repeat(10_000)))
                .isInstanceOf(UnknownVideo.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-B_c9dEf0h\n", "\"><script>1", "../../../.."})
    void isNeverMadeOfAnythingButAnId(String id) {
        for (VideoHost host : VideoHost.values()) {
            assertThatIllegalArgumentException().isThrownBy(() -> new VideoLink(host, id));
        }
    }

    @ParameterizedTest
    @EnumSource
    void playsAtTheOneOriginOfItsHostAndIsFoundAgainByItsPage(VideoHost host) {
        VideoLink video = new VideoLink(host, IDS.get(host));

        URI player = URI.create(video.player());

        assertThat(player.getScheme() + "://" + player.getHost()).isEqualTo(host.origin());
        assertThat(VideoLink.of(video.page())).isEqualTo(video);
        assertThat(VideoLink.of(video.player())).isEqualTo(video);
        assertThat(video.id()).as("as the database takes it").matches("[A-Za-z0-9_/-]{1,100}");
    }

    @Test
    void asksYouTubeAndVimeoForTheirPlayersWithoutTracking() {
        assertThat(VideoLink.of("https://youtu.be/a-B_c9dEf0h").player())
                .startsWith("https://www.youtube-nocookie.com/embed/a-B_c9dEf0h?");
        assertThat(VideoLink.of("https://vimeo.com/123456789").player())
                .isEqualTo("https://player.vimeo.com/video/123456789?dnt=1&autoplay=1");
        assertThat(VideoLink.of("https://vimeo.com/123456789/0a1b2c3d4e").player())
                .isEqualTo("https://player.vimeo.com/video/123456789?h=0a1b2c3d4e&dnt=1&autoplay=1");
    }
}
