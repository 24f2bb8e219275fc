package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PageTextTests {

    private static final String FILES = "/areas/a/products/p/content/pages/x/files";
    private static final String FILE = "0190a1b2-0000-7000-8000-0123456789ab";

    @Test
    void setsHeadingsBelowTheTitleOfThePage() {
        assertThat(html("# Uno\n## Dos\n###### Seis"))
                .isEqualToIgnoringWhitespace("<h2>Uno</h2><h3>Dos</h3><h6>Seis</h6>");
    }

    @Test
    void showsWhatMarkdownHas() {
        Document page = read("""
                **negrita**, *cursiva*, ~~tachado~~, `código`

                3. tres
                4. cuatro

                > cita

                | a | b |
                |:--|--:|
                | 1 | 2 |

                ---
                """);

        assertThat(page.select("p > strong, p > em, p > del, p > code").eachText())
                .containsExactly("negrita", "cursiva", "tachado", "código");
        assertThat(page.select("ol[start=3] > li").eachText()).containsExactly("tres", "cuatro");
        assertThat(page.select("blockquote p").text()).isEqualTo("cita");
        assertThat(page.select("td[align=right]").text()).isEqualTo("2");
        assertThat(page.select("hr")).hasSize(1);
    }

    @Test
    void leadsToTheWebAndToMailWithoutAWayBack() {
        Document page = read("[a](https://example.com/?q=1&r=2) <ana@example.com> http://example.com/x");

        assertThat(page.select("a").eachAttr("href"))
                .containsExactly("https://example.com/?q=1&r=2", "mailto:ana@example.com", "http://example.com/x");
        assertThat(page.select("a")).allSatisfy(it -> {
            assertThat(it.attr("rel").split(" ")).contains("noopener", "nofollow");
            assertThat(it.hasAttr("target")).isFalse();
        });
    }

    @Test
    void leadsNowhereElse() {
        Document page = read("[a](/areas) [b](other) [c](//example.com) [d](ftp://example.com) [e](tel:123) [f](#x)");

        assertThat(page.select("a[href]")).isEmpty();
        assertThat(page.text()).isEqualTo("a b c d e f");
    }

    @Test
    void showsImagesThatAreFilesOfThePage() {
        Element image = read("![El *diafragma*](files/" + FILE + " \"f/2\")").selectFirst("img");

        assertThat(image.attr("src")).isEqualTo(FILES + "/" + FILE);
        assertThat(image.attr("alt")).isEqualTo("El diafragma");
        assertThat(image.attr("title")).isEqualTo("f/2");
    }

    @Test
    void keepsOfOtherImagesTheWordsAlone() {
        for (String source : new String[] {
            "https://example.com/x.png",
            "//example.com/x.png",
            "/files/" + FILE,
            "files/" + FILE + "/../../x",
            "files/../" + FILE,
            "files/" + FILE + "?x",
            "data:image/png;base64,AAAA",
            "x.png"
        }) {
            Document page = read("antes ![El diafragma](" + source + ") después");

            assertThat(page.select("img")).as(source).isEmpty();
            assertThat(page.text()).as(source).isEqualTo("antes El diafragma después");
        }
    }

    @Test
    void showsHtmlAsItWasTyped() {
        Document page = read("Usa <b>esto</b>\n\n<div>y esto</div>");

        assertThat(page.select("b, div")).isEmpty();
        assertThat(page.text()).isEqualTo("Usa <b>esto</b> <div>y esto</div>");
    }

    @Test
    void isSoonDoneWithWhatIsMadeToBeDeep() {
        int many = 100_000;
        for (String deep : new String[] {
            ">".repeat(many),
            "[".repeat(many),
            "![".repeat(many / 2),
            "*".repeat(many),
            "**a ".repeat(many / 4),
            "*a _b ".repeat(many / 6),
            "- ".repeat(many / 2),
            "<".repeat(many),
            "`".repeat(many / 2) + "a",
            "| a ".repeat(many / 4) + "\n" + "|-".repeat(many / 4),
            "[a](".repeat(many / 4),
            "![a ".repeat(many / 10) + "](x)".repeat(many / 10),
            "*a _b ".repeat(many / 12) + "b_ a* ".repeat(many / 12)
        }) {
            assertThatCode(() -> assertTimeout(Duration.ofSeconds(5), () -> html(deep)))
                    .as(deep.substring(0, 12))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void nestsNoDeeperThanAnybodyWrites() {
        assertThat(read("> ".repeat(40) + "a").select("blockquote")).hasSize(40);
        assertThat(read("> ".repeat(1_000) + "a").select("blockquote")).hasSizeBetween(40, 50);
    }

    private static String html(String markdown) {
        return PageText.html(markdown, FILES);
    }

    private static Document read(String markdown) {
        return Jsoup.parse(html(markdown));
    }
}
