package io.cohorte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code src/docs/security.md} names as proof is there. */
class SecurityDocumentTests {

    private static final Path DOCUMENT = Path.of("src/docs/security.md");
    private static final Path TESTS = Path.of("src/test/java/io/cohorte");

    /** As in {@code `web.RoutesTests#sendsNobodyToTheSignIn`}. */
    private static final Pattern PROOF = Pattern.compile("`((?:[a-z]+\\.)?[A-Z]\\w*Tests)(?:#(\\w+))?`");

    private static final Pattern FILE = Pattern.compile("`(src/[\\w./-]+)`");

    @Test
    void namesTestsThatAreThere() throws IOException {
        Matcher proofs = PROOF.matcher(Files.readString(DOCUMENT));
        int found = 0;
        while (proofs.find()) {
            Path source = TESTS.resolve(proofs.group(1).replace('.', '/') + ".java");
            assertThat(source).as(proofs.group()).isRegularFile();
            if (proofs.group(2) != null) {
                assertThat(Files.readString(source)).as(proofs.group()).contains("void " + proofs.group(2) + "(");
            }
            found++;
        }
        assertThat(found).isGreaterThan(30);
    }

    @Test
    void namesFilesThatAreThere() throws IOException {
        Matcher files = FILE.matcher(Files.readString(DOCUMENT));
        while (files.find()) {
            assertThat(Path.of(files.group(1))).exists();
        }
    }

    @Test
    void hasASectionForEachChapter() throws IOException {
        List<String> chapters = Files.readAllLines(DOCUMENT).stream()
                .filter(it -> it.startsWith("## V"))
                .map(it -> it.replaceFirst("## V(\\d+) .*", "$1"))
                .toList();

        assertThat(chapters)
                .containsExactly(
                        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17");
    }
}
