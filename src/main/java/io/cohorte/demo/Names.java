package io.cohorte.demo;

import io.cohorte.shared.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * How people are called where a language is spoken, and where they get their mail.
 *
 * @param percentWithTwoSurnames how many out of a hundred use both
 */
record Names(List<Name> first, List<Name> surnames, List<String> domains, int percentWithTwoSurnames) {

    /**
     * A name or several that go together.
     *
     * @param bare the first of them in plain letters; all of a surname, such as {@code delacruz}
     * @param initials one plain letter each
     */
    record Name(String written, String bare, String initials) {

        static Name first(String written) {
            String[] parts = written.split(" ");
            return new Name(
                    written,
                    letters(parts[0]),
                    Arrays.stream(parts).map(it -> letters(it).substring(0, 1)).collect(Collectors.joining()));
        }

        static Name surname(String written) {
            String bare = letters(written);
            return new Name(written, bare, bare.substring(0, 1));
        }

        private static String letters(String name) {
            return PlainText.sortKey(name).replaceAll("[^a-z]", "");
        }
    }

    static Names of(String language, int percentWithTwoSurnames) {
        return new Names(
                lines("first-names-" + language).stream().map(Name::first).toList(),
                lines("surnames-" + language).stream().map(Name::surname).toList(),
                lines("domains-" + language),
                percentWithTwoSurnames);
    }

    private static List<String> lines(String file) {
        try {
            return new ClassPathResource("demo/" + file + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
