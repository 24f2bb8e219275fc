package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Wire;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The screen of a page's video and files. */
@CohorteTest
class UploadTests {

    private static final long LARGE = 300L << 20;
    private static final byte[] GIF = "GIF89a....".getBytes();

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FileQueries queries;

    private TestProduct product;
    private PageId page;
    private Person editor;

    @BeforeEach
    void build() {
        product = world.product();
        page = world.page(product, world.module(product, "Uno"), "Bienvenida");
        editor = world.staff(product.area(), Role.CONTENT_EDITOR);
    }

    @Test
    void putsAnImageOnThePageAndShowsItsMarkdown() {
        assertThat(send("images", "C:\\fotos\\mapa.gif", GIF)).hasStatus3xxRedirection();

        PageFileView image = queries.page(product.ref().id(), page).images().get(0);
        assertThat(screen()).bodyText().contains("![mapa](files/" + image.id() + ")", "mapa.gif");
    }

    @Test
    void saysBesideTheFieldWhyAFileWasRefused() {
        assertThat(send("images", "a.gif", "no picture".getBytes()))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"file-error\"", "no es una imagen");
        assertThat(send("attachments", "a.txt", new byte[0])).hasStatus(422);
        assertThat(send("video/upload", "a.mp4", GIF)).hasStatus(422).bodyText().contains("no es un video");
        assertThat(queries.page(product.ref().id(), page).files()).isEmpty();
    }

    @Test
    void linksAVideoAndSaysWhatIsWrongWithALinkThatIsNone() {
        assertThat(post("video/link", Map.of("link", "https://evil.example/x", "opened", "")))
                .hasStatus(422)
                .bodyText()
                .contains("YouTube, Vimeo, Loom, Wistia", "https://evil.example/x");
        assertThat(post("video/link", Map.of("link", "https://youtu.be/a-B_c9dEf0h?t=3", "opened", "")))
                .hasStatus3xxRedirection();
        assertThat(post("video/link", Map.of("link", "https://youtu.be/a-B_c9dEf0h", "opened", "")))
                .as("opened before")
                .hasStatus(409);
    }

    @Test
    void takesAVideoOfflineAndPutsItOnlineAgain() {
        post("video/link", Map.of("link", "https://youtu.be/a-B_c9dEf0h", "opened", ""));

        post("video/offline", Map.of());
        assertThat(queries.page(product.ref().id(), page).videoOnline()).isFalse();
        post("video/online", Map.of());
        assertThat(queries.page(product.ref().id(), page).videoOnline()).isTrue();
    }

    @Test
    void asksTheHostOfAVideoForNothingBeforeItIsPlayed() {
        post("video/link", Map.of("link", "https://youtu.be/a-B_c9dEf0h", "opened", ""));
        String path = product.path() + "/content/pages/" + page;

        MvcTestResult before =
                mvc.get().uri(path).with(user(editor.id().toString())).exchange();
        assertThat(before).bodyText().doesNotContain("<iframe", "youtube-nocookie", "ytimg");
        assertThat(before.getResponse().getHeader("Content-Security-Policy")).doesNotContain("youtube");

        MvcTestResult playing =
                mvc.get().uri(path + "?play").with(user(editor.id().toString())).exchange();
        assertThat(playing)
                .bodyText()
                .contains("<iframe", "src=\"https://www.youtube-nocookie.com/embed/a-B_c9dEf0h?")
                .contains("referrerpolicy=\"strict-origin\"", "sandbox=\"");
        assertThat(playing.getResponse().getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .endsWith("; frame-src https://www.youtube-nocookie.com");
    }

    @Test
    void asksBeforeAFileIsRemovedAndWarnsWhereTheTextShowsIt() {
        send("attachments", "guia.pdf", "%PDF-".getBytes());
        PageFileView file = queries.page(product.ref().id(), page).attachments().get(0);

        assertThat(get("remove/" + file.id())).hasStatusOk().bodyText().contains("guia.pdf");
        assertThat(queries.page(product.ref().id(), page).attachments()).hasSize(1);
        assertThat(post("remove/" + file.id(), Map.of())).hasStatus3xxRedirection();
        assertThat(queries.page(product.ref().id(), page).attachments()).isEmpty();
    }

    @Test
    void renamesAFile() {
        send("attachments", "guia.pdf", "%PDF-".getBytes());
        PageFileView file = queries.page(product.ref().id(), page).attachments().get(0);

        assertThat(post("rename/" + file.id(), Map.of("name", " "))).hasStatus(422);
        assertThat(post("rename/" + file.id(), Map.of("name", "Guía 2.pdf"))).hasStatus3xxRedirection();
        assertThat(screen()).bodyText().contains("Guía 2.pdf");
    }

    @Test
    void takesLargeFilesWhereFilesOfPagesGoAloneAndOfWhoMaySendThemThere() {
        String files = files("attachments");

        for (Wire sender : List.of(
                Wire.to(port),
                signedIn(world.person()),
                signedIn(world.staff(product.area(), Role.SUPPORT)),
                signedIn(world.area().owner()))) {
            assertThat(sender.announce(files, LARGE).status()).isEqualTo(413);
        }
        Wire sender = signedIn(editor);
        assertThat(sender.announce(product.path() + "/imports/batch", LARGE)).satisfies(it -> {
            assertThat(it.status()).isEqualTo(413);
            assertThat(it.body()).contains("supera el tamaño permitido");
        });
        assertThat(sender.announce(files, 10 * LARGE).status()).isEqualTo(413);
        assertThat(sender.announce(files, LARGE).status())
                .as("taken in, and found to be cut off")
                .isEqualTo(400);
    }

    @Test
    void leavesListsTheirOwnBound() {
        MockMultipartFile list = new MockMultipartFile("file", "list.csv", "text/csv", "a;a@b.example".getBytes()) {
            @Override
            public long getSize() {
                return (128L << 20) + 1;
            }
        };

        assertThat(mvc.post()
                        .uri(product.path() + "/imports/batch")
                        .multipart()
                        .file(list)
                        .param("id", PageId.next().toString())
                        .param("group", product.firstGroup().toString())
                        .param("date", "2026-01-02")
                        .with(csrf())
                        .with(user(product.area().owner().id().toString())))
                .hasStatus(422)
                .bodyText()
                .contains("supera los 128 MB");
    }

    @Test
    void takesNoFormWithFilesThatHidesItsLength() {
        assertThat(signedIn(editor).chunked(files("attachments")).status()).isEqualTo(411);
    }

    private Wire signedIn(Person person) {
        return Wire.to(port).signedIn(person.email());
    }

    private MvcTestResult screen() {
        return get("");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(files(path)).with(user(editor.id().toString())).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request =
                mvc.post().uri(files(path)).with(csrf()).with(user(editor.id().toString()));
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult send(String path, String name, byte[] content) {
        return mvc.post()
                .uri(files(path))
                .multipart()
                .file(new MockMultipartFile("file", name, "text/plain", content))
                .with(csrf())
                .with(user(editor.id().toString()))
                .exchange();
    }

    private String files(String path) {
        return product.path() + "/content/pages/" + page + "/files" + (path.isEmpty() ? "" : "/" + path);
    }
}
