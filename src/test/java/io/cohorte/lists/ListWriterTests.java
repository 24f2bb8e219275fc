package io.cohorte.lists;

import static io.cohorte.lists.TestList.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.lists.ListWriter.Words;
import io.cohorte.lists.ListedLine.Person;
import io.cohorte.lists.ListedLine.Refused;
import io.cohorte.shared.Language;
import io.cohorte.shared.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListWriterTests {

    private static final LocalDate DAY = LocalDate.of(2018, 3, 2);

    @Test
    void writesWhatSpreadsheetsKnowForUtf8() {
        assertThat(people(Language.ES, it -> it.person("Núñez", "n@x.com", DAY, "Grupo A", ListRole.STUDENT)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("\uFEFFNombre;E-mail;Fecha de compra;Grupo;Rol\r\n"
                        + "Núñez;n@x.com;2018-03-02;Grupo A;Estudiante\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void usesWordsThatAreReadInEveryLanguage(Language language) {
        for (ListRole role : List.of(ListRole.STUDENT, ListRole.MODERATOR, ListRole.CONTENT_EDITOR)) {
            TestList list = TestList.of(people(language, it -> it.person("Ana", "ana@x.com", null, null, role)));

            assertThat(list.findings().columns())
                    .containsExactly(Field.NAME, Field.EMAIL, Field.DATE, Field.GROUP, Field.ROLE);
            assertThat(list.people()).singleElement().returns(role, Person::role);
        }
        assertThat(Vocabulary.role(words(language).role().apply(ListRole.ADMINISTRATOR)))
                .contains(ListRole.ADMINISTRATOR);
        assertThat(Vocabulary.field(words(language).reason())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''=1", "＝1", "=HYPERLINK(\"http://x\";\"y\")"})
    void writesNothingThatASpreadsheetRuns(String name) {
        byte[] file = people(Language.ES, it -> it.person(name, "ana@x.com", DAY, name, ListRole.STUDENT));

        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContainPattern("(^|[;\n,\t])\"?" + "[=+@＝-]");
        assertThat(TestList.of(file).contents().get(1)).isEqualTo(TestList.refused(ProblemCode.NO_SUCH_GROUP, 4, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Silva,=1+1", "Silva;=1+1", "Silva\t=1+1", "Sol \"=1+1\""})
    void letsNoSpreadsheetOfAnotherCountryFindACellWithinACell(String name) {
        byte[] file = people(Language.ES, it -> it.person(name, "ana@x.com", null, null, ListRole.STUDENT));

        assertThat(new String(file, StandardCharsets.UTF_8)).contains("\n\"" + name.replace("\"", "\"\"") + "\";");
    }

    /** Names made of what is dangerous in files of this kind. */
    @Test
    void givesBackEveryNameUnchanged() {
        Random random = new Random(31);
        String[] pieces = {
            "'", "'", "\"", "\"", ";", ",", "=", "+", "-", "@", " ", "  ", "\u00a0", "Ana", "ñ", "😀", "#", "\\",
            "1/1/18", "nombre", "|", "<b>", "\u200d", "n\u0303", "＝", "\t"
        };
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                name.append(pieces[random.nextInt(pieces.length)]);
            }
            String tidy = PlainText.tidy(name.toString());
            if (tidy.codePoints().anyMatch(it -> it > ' ' && it != 0xA0 && it != 0x200D && it != 0x303)) {
                people.add(person(tidy, pieces[i % 2].equals("'") ? "'=" + i + "@x.com" : "+" + i + "@x.com", DAY));
            }
        }

        byte[] file = people(
                Language.PT,
                it -> people.forEach(one -> it.person(one.name(), one.email().value(), one.date(), null, one.role())));

        assertThat(people).hasSizeGreaterThan(10_000);
        assertThat(TestList.of(file).people()).isEqualTo(people);
    }

    @Test
    void givesBackRefusedLinesThatAreTakenOnceTheyAreCorrected() {
        TestList list = TestList.of("""
                nombre\tteléfono\temail\tfecha\tapellido
                Ana\t1\tana@gmail\t25/12/2018\tSol
                "Eva, ""la"" Gil"\t=2\t=eva\t02/03/2018\t
                '=1+1\t3\t+ida@x\t2018-03-02\tGil; Paz
                Bea\t4\tbea@x.com\t02/03/2018\tGil
                """);
        assertThat(list.people()).hasSize(1);

        TestList again = TestList.of(refused(list, Language.EN));

        assertThat(again.lines()).hasSize(4);
        assertThat(again.people()).isEmpty();
        assertThat(again.findings().columns())
                .containsExactly(Field.IGNORED, Field.NAME, Field.IGNORED, Field.EMAIL, Field.DATE, Field.NAME);
        String corrected = new String(again.bytes(), StandardCharsets.UTF_8)
                .replace("ana@gmail", "ana@gmail.com")
                .replace("'=eva", "eva@x.com")
                .replace("'+ida@x", "'+ida@x.com");
        assertThat(TestList.of(corrected).people())
                .containsExactly(
                        person("Ana Sol", "ana@gmail.com", LocalDate.of(2018, 12, 25)),
                        person("Eva, \"la\" Gil", "eva@x.com", DAY),
                        person("=1+1 Gil; Paz", "+ida@x.com", DAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Ana                                  | TOO_FEW_FIELDS
                    Ana;ana@x.com;01/01/2018;x;y         | TOO_MANY_FIELDS
                    Ana,ana@x.com                        | TOO_FEW_FIELDS
                    ;ana@x.com                           | NO_NAME
                    Ana;                                 | TOO_FEW_FIELDS
                    Ana;ana@x.com;31/02/2024             | NO_SUCH_DAY
                    Ana;ana@x.com;10/23/2020             | OTHER_DATE_ORDER
                    Ana;ana@x.com;43101                  | DATE_AS_NUMBER
                    "Ana;bea@x.com;x                     | NOT_A_DATE
                    """)
    void givesBackRefusedLinesThatAreRefusedAgainAsTheyAre(String line, ProblemCode code) {
        TestList list = TestList.of(line + "\nBea;bea@x.com;25/12/2018").with(Separator.SEMICOLON, false, null);
        byte[] file = refused(
                new TestList(list.bytes(), new Choices(null, Separator.SEMICOLON, DateOrder.DAY_FIRST, false, null)),
                Language.ES);
        TestList again = new TestList(file, new Choices(null, null, DateOrder.DAY_FIRST, null, null));

        assertThat(again.contents()).hasSize(2);
        assertThat(((Refused) again.contents().get(1)).code()).isEqualTo(code);
    }

    @Test
    void givesBackALineThatIsTooLongAsOneThatIsStillTooLong() {
        TestList list = TestList.of("Ana;ana@x.com" + ";".repeat(Lines.LONGEST) + "x\nBea;bea@x.com");

        assertThat(TestList.of(refused(list, Language.ES)).contents())
                .element(1)
                .returns(ProblemCode.LINE_TOO_LONG, it -> ((Refused) it).code());
    }

    private static byte[] people(Language language, Consumer<ListWriter> action) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ListWriter writer = ListWriter.ofPeople(out, words(language));
        action.accept(writer);
        flush(writer);
        return out.toByteArray();
    }

    private static byte[] refused(TestList list, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Findings findings = list.findings();
        ListWriter writer = ListWriter.ofRefused(out, findings, words(language));
        list.lines().stream()
                .filter(it -> it.content() instanceof Refused)
                .forEach(it -> writer.refused(it.raw(), "=línea " + it.number() + "; email", findings));
        flush(writer);
        return out.toByteArray();
    }

    private static void flush(ListWriter writer) {
        try {
            writer.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Those of the screens. */
    private static Words words(Language language) {
        String suffix = language == Language.ES ? "" : "_" + language.tag();
        Properties messages = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages/imports" + suffix + ".properties"))) {
            messages.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Words(
                it -> messages.getProperty("imports.field." + it),
                it -> messages.getProperty("imports.role." + it),
                messages.getProperty("imports.reason"));
    }
}
