package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.shared.PlainText;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource({
        "Guía de inicio.pdf, Guía de inicio.pdf",
        "'C:\\fakepath\\Guía.pdf', Guía.pdf",
        "../../../etc/passwd, passwd",
        "'..\\..\\windows\\win.ini', win.ini",
        "/etc/, file",
        "'', file",
        "'   ', file",
        ".., file",
        "..., file",
        ".htaccess, htaccess",
        "'name. . ', name",
        "'  two   spaces .txt', two spaces .txt",
        "'a<b>c:d|e?f*g\"h.txt', a_b_c_d_e_f_g_h.txt"
    })
    void leavesOfAFilesNameWhatCanBeShownAndSaved(String sent, String kept) {
        assertThat(FileName.tidy(sent)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b.txt", "a\r\nb.txt", "a\u202Etxt.exe", "a\u200Bb.txt", "\uFEFFab.txt", "a\uD800b"})
    void leavesNothingUnseenInAName(String sent) {
        assertThat(FileName.tidy(sent)).doesNotMatch("(?s).*\\p{C}.*").isNotEmpty();
    }

    @Test
    void cutsALongNameButNotItsEnding() {
        assertThat(FileName.tidy("x".repeat(300) + ".pdf")).hasSize(200).endsWith("xx.pdf");
        assertThat(FileName.tidy("x." + "y".repeat(300))).hasSize(200);
        assertThat(PlainText.length(FileName.tidy("\uD83D\uDE00".repeat(300) + ".png")))
                .isEqualTo(200);
        assertThat(FileName.tidy("n\u0303".repeat(300) + ".png")).isEqualTo("ñ".repeat(196) + ".png");
    }

    @Test
    void takesASlashSomebodyTypedForACharacterOfTheName() {
        assertThat(FileName.clean("Módulo 1/2.pdf")).isEqualTo("Módulo 1_2.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "Guía 1.pdf, Guia-1.pdf",
        "50% off; a.pdf, 50-off-a.pdf",
        "'a/../b.pdf', a-..-b.pdf",
        "'¿?', ''",
        "日本語, ''",
        "..x.., x"
    })
    void putsOfANameInAnAddressWhatEveryServerTakes(String name, String shown) {
        FileId id = FileId.next();
        PageFileView file = new PageFileView(id, FileKind.ATTACHMENT, name, 1, "image/png", Instant.EPOCH);

        assertThat(file.path()).isEqualTo(shown.isEmpty() ? id.toString() : id + "/" + shown);
    }

    @Test
    void showsAnImageByMarkdownThatItsNameCannotBreak() {
        FileId id = FileId.next();
        PageFileView file = new PageFileView(id, FileKind.IMAGE, "a](x)[b].v2.png", 1, "image/png", Instant.EPOCH);

        assertThat(file.markdown()).isEqualTo("![a (x) b .v2](files/" + id + ")");
    }
}
