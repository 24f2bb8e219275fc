package io.cohorte.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * Looks at a page with axe, which takes WCAG 2.1 AA and its own best practices as rules: wide in light and in dark,
 * narrow in light, where nothing may stick out either. What it finds is collected, to be told at the end.
 */
final class Accessibility {

    private static final String AXE = read();
    private static final String RUN = """
            const [rules, done] = arguments;
            const describe = (rule, node) =>
                rule.id + ": " + node.target.join(" ") + " | " + node.failureSummary.replace(/\\s+/g, " ");
            axe.run(document, {resultTypes: ["violations"], runOnly: rules}).then(
                found => done(found.violations.flatMap(rule => rule.nodes.map(node => describe(rule, node)))),
                failure => done(["axe itself: " + failure]));
            """;
    private static final List<String> ALL = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    /** In the dark all is the same but for the colours. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String STICKING_OUT = """
            const page = document.documentElement;
            return page.scrollWidth <= page.clientWidth ? null : page.scrollWidth + " px wide: " +
                Array.from(document.body.querySelectorAll("*"))
                    .filter(it => it.getBoundingClientRect().right > page.clientWidth + 1)
                    .slice(0, 4).map(it => it.tagName + "." + it.className).join(", ");
            """;

    private final Browser browser;
    private final Map<String, Set<String>> pagesByFinding = new LinkedHashMap<>();

    Accessibility(Browser browser) {
        this.browser = browser;
    }

    private static String read() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at the page as it stands now: an open menu stays open. */
    void look(String page) {
        browser.run(AXE);
        examine(page, "light", ALL);
        browser.scheme("dark");
        examine(page, "dark", OF_COLOURS);
        browser.scheme("light");
        browser.narrow();
        examine(page, "narrow", ALL);
        Object wider = browser.run(STICKING_OUT);
        if (wider != null) {
            tell("narrow: " + wider, page);
        }
        browser.wide();
    }

    private void examine(String page, String how, List<String> rules) {
        ((List<?>) browser.await(RUN, rules)).forEach(it -> tell(how + ": " + it, page));
    }

    private void tell(String finding, String page) {
        pagesByFinding.computeIfAbsent(finding, it -> new LinkedHashSet<>()).add(page);
    }

    void assertNothingFound() {
        assertThat(pagesByFinding).isEmpty();
    }
}
