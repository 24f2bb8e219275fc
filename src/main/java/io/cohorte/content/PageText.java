package io.cohorte.content;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes the HTML of a page's Markdown. HTML within the text is shown as it is typed; what comes out is cleaned once
 * more, so that no mistake of the one is enough to let a script through.
 */
public final class PageText {

    /** An image of the page: {@code files/} and the id of one of its files. */
    private static final Pattern OWN_FILE =
            Pattern.compile("files/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern WEB_OR_MAIL = Pattern.compile("(?i)(https?://|mailto:).+", Pattern.DOTALL);
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** The headings of a page's text stand below its title. */
    private static final int LEVELS_DOWN = 1;

    private static final int LOWEST_LEVEL = 6;

    /** Deeper than anybody writes; what is made to be deep costs the renderer its stack. */
    private static final int DEEPEST = 50;

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private PageText() {}

    /**
     * The HTML of a text.
     *
     * @param files path below which the page's own files are served, without a slash at its end; an image from
     *     anywhere else is left out, but for the words that stand for it
     */
    public static String html(String markdown, String files) {
        Node document = PARSER.parse(markdown);
        document.accept(new OfAPage());
        return clean(RENDERER.render(document), files);
    }

    /** Leaves of some HTML what a page's text may have. */
    static String clean(String html, String files) {
        return policy(files).sanitize(html);
    }

    private static PolicyFactory policy(String files) {
        return new HtmlPolicyBuilder()
                .allowElements("h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code")
                .allowElements("em", "strong", "del", "ul", "ol", "li", "a", "img")
                .allowElements("table", "thead", "tbody", "tr", "th", "td")
                .allowAttributes("href")
                .matching(WEB_OR_MAIL)
                .onElements("a")
                .allowAttributes("title")
                .onElements("a", "img")
                .allowAttributes("alt")
                .onElements("img")
                .allowAttributes("src")
                .matching((element, attribute, value) ->
                        OWN_FILE.matcher(value).matches() ? files + value.substring("files".length()) : null)
                .onElements("img")
                .allowAttributes("align")
                .matching(ALIGNMENT)
                .onElements("th", "td")
                .allowAttributes("start")
                .matching(NUMBER)
                .onElements("ol")
                .allowUrlProtocols("http", "https", "mailto")
                .requireRelsOnLinks("noopener", "nofollow")
                .allowElements((element, attributes) -> attributes.contains("src") ? element : null, "img")
                .toFactory();
    }

    /** Sets a text into its page: headings below the title, and of foreign images the words alone. */
    private static final class OfAPage extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + LEVELS_DOWN, LOWEST_LEVEL));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            if (!OWN_FILE.matcher(image.getDestination()).matches()) {
                Node word = image.getFirstChild();
                while (word != null) {
                    Node next = word.getNext();
                    image.insertBefore(word);
                    word = next;
                }
                image.unlink();
            }
        }
    }
}
