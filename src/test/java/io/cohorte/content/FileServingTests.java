package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.content.PageUploads.Upload;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Wire;
import io.cohorte.support.Wire.Answer;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Files as a browser fetches them: over real HTTP, whole and in parts. */
@CohorteTest
class FileServingTests {

    private static final String DIGITS = "\0\0\0\24ftypisom0000mp41" + "0123456789".repeat(100);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PageUploads uploads;

    @Autowired
    FileQueries queries;

    private TestProduct product;
    private PageId page;
    private PageFileView video;
    private Wire owner;
    private String path;

    @BeforeEach
    void build() {
        product = world.product();
        page = world.page(product, world.module(product, "Uno"), "Bienvenida");
        uploads.showVideo(product.ref(), page, upload("Clase 1.mp4", DIGITS), "", product.owner());
        video = queries.page(product.ref().id(), page).uploaded();
        owner = signedIn(product.area().owner());
        path = files() + video.path();
    }

    @Test
    void areWholeWithAllThatKeepsThemFromDoingHarm() {
        Answer answer = owner.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(DIGITS);
        assertThat(answer.header("Content-Type")).contains("video/mp4");
        assertThat(answer.header("Content-Length")).contains("1020");
        assertThat(answer.header("Accept-Ranges")).contains("bytes");
        assertThat(answer.all("Cache-Control")).containsExactly("no-cache, private");
        assertThat(answer.header("ETag")).contains("\"" + video.id() + "\"");
        assertThat(answer.all("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.all("Content-Security-Policy"))
                .hasSize(1)
                .first()
                .asString()
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script", "allow-");
        assertThat(answer.header("Content-Disposition").orElse(""))
                .startsWith("inline;")
                .contains("filename*=UTF-8''Clase%201.mp4");
    }

    @Test
    void comeInParts() {
        assertThat(part("bytes=0-3", "bytes 0-3/1020").body()).isEqualTo("\0\0\0\24");
        assertThat(part("bytes=20-29", "bytes 20-29/1020").body()).isEqualTo("0123456789");
        assertThat(part("bytes=-5", "bytes 1015-1019/1020").body()).isEqualTo("56789");
        assertThat(part("bytes=1010-", "bytes 1010-1019/1020").body()).isEqualTo("0123456789");
        assertThat(part("bytes=1010-99999", "bytes 1010-1019/1020").body()).isEqualTo("0123456789");
        assertThat(part("bytes=0-", "bytes 0-1019/1020").body()).isEqualTo(DIGITS);
    }

    private Answer part(String range, String content) {
        Answer answer = owner.with("Range", range).get(path);

        assertThat(answer.status()).as(range).isEqualTo(206);
        assertThat(answer.header("Content-Range")).as(range).contains(content);
        assertThat(answer.header("Content-Length"))
                .contains(String.valueOf(answer.body().length()));
        assertThat(answer.header("Content-Type")).contains("video/mp4");
        assertThat(answer.header("Content-Security-Policy").orElse("")).contains("sandbox");
        return answer;
    }

    @Test
    void comeInSeveralPartsAtOnce() {
        Answer answer = owner.with("Range", "bytes=20-21,30-31").get(path);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("multipart/byteranges");
        assertThat(answer.body()).contains("bytes 20-21/1020", "bytes 30-31/1020");
    }

    @Test
    void areNotSentWhereNoSuchPartIs() {
        for (String range : new String[] {"bytes=1020-", "bytes=5000-6000", "bytes=9-3", "bytes=x-y", "bytes=-"}) {
            Answer answer = owner.with("Range", range).get(path);

            assertThat(answer.status()).as(range).isEqualTo(416);
            assertThat(answer.header("Content-Range")).as(range).contains("bytes */1020");
            assertThat(answer.body()).as(range).doesNotContain("0123456789");
        }
    }

    @Test
    void areWholeWhereThePartWasOfAnotherFileOrInAnUnknownUnit() {
        assertThat(owner.with("Range", "bytes=0-3")
                        .with("If-Range", "\"another\"")
                        .get(path))
                .satisfies(it -> assertThat(it.status()).isEqualTo(200))
                .satisfies(it -> assertThat(it.body()).isEqualTo(DIGITS));
        assertThat(owner.with("Range", "seconds=0-3").get(path).status()).isEqualTo(200);
        assertThat(owner.with("Range", "bytes=0-3")
                        .with("If-Range", "\"" + video.id() + "\"")
                        .get(path)
                        .status())
                .isEqualTo(206);
    }

    @Test
    void areNotSentAgainToWhoHasThem() {
        Answer answer =
                owner.with("If-None-Match", "\"x\", \"" + video.id() + "\"").get(path);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("ETag")).contains("\"" + video.id() + "\"");
        assertThat(owner.with("If-None-Match", "\"x\"").get(path).status()).isEqualTo(200);
    }

    @Test
    void tellTheirSizeWithoutBeingSent() {
        Answer answer = owner.head(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("video/mp4");
        assertThat(answer.header("Content-Length")).contains("1020");
        assertThat(answer.header("Accept-Ranges")).contains("bytes");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void areSavedAndNeverShownWhereTheyAreAttachments() {
        uploads.attach(product.ref(), page, upload("evil.html", "<script>alert(1)</script>"), product.owner());
        PageFileView attachment =
                queries.page(product.ref().id(), page).attachments().get(0);

        Answer answer = owner.get(files() + attachment.path());

        assertThat(answer.header("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(answer.header("Content-Type")).contains("application/octet-stream");
        assertThat(answer.all("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void areFoundByTheirIdWhateverStandsBehindIt() {
        assertThat(owner.get(files() + video.id()).status()).isEqualTo(200);
        assertThat(owner.get(files() + video.id() + "/another-name.mp4").status())
                .isEqualTo(200);
        assertThat(owner.get(files() + "no-id").status()).isEqualTo(404);
        assertThat(owner.get(files() + FileId.next()).status()).isEqualTo(404);
    }

    @Test
    void areThereForNobodyFromElsewhere() {
        TestProduct sibling = world.product(product.area());
        PageId beside =
                world.page(product, queries.page(product.ref().id(), page).module(), "Otra");

        assertThat(owner.get(path.replace(page.toString(), beside.toString())).status())
                .isEqualTo(404);
        assertThat(owner.get(path.replace(
                                product.ref().id().toString(),
                                sibling.ref().id().toString()))
                        .status())
                .isEqualTo(404);
        assertThat(signedIn(world.area().owner()).get(path).status()).isEqualTo(404);
        assertThat(signedIn(world.person()).get(path).status()).isEqualTo(404);
        assertThat(Wire.to(port).get(path).status()).isEqualTo(302);
    }

    @Test
    void areShownOnThePageAsStaffReadIt() {
        assertThat(mvc.get().uri(product.path() + "/content/pages/" + page).with(user(owner())))
                .hasStatusOk()
                .bodyText()
                .contains("<video", "preload=\"metadata\"", path, "Vista del equipo")
                .doesNotContain("<iframe");
    }

    private String owner() {
        return product.area().owner().id().toString();
    }

    private String files() {
        return product.path() + "/content/pages/" + page + "/files/";
    }

    private Wire signedIn(Person person) {
        return Wire.to(port).signedIn(person.email());
    }

    private static Upload upload(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        return new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
