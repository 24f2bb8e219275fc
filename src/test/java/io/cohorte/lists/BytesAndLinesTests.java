package io.cohorte.lists;

import static io.cohorte.lists.TestList.only;
import static io.cohorte.lists.TestList.person;
import static io.cohorte.lists.TestList.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.lists.ListedLine.Person;
import io.cohorte.lists.ListedLine.Refused;
import io.cohorte.lists.ListedLine.Skipped;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 4.1 of product.md: the text of a list as bytes and lines. */
class BytesAndLinesTests {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String ACCENTS = "Núñez;n@x.com\r\nConceição;c@x.com\r\n";

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("UTF-8", bytes(ACCENTS, StandardCharsets.UTF_8), Encoding.UTF_8),
                Arguments.of("UTF-8, mark", bytes("\uFEFF" + ACCENTS, StandardCharsets.UTF_8), Encoding.UTF_8),
                Arguments.of("UTF-16LE, mark", bytes("\uFEFF" + ACCENTS, StandardCharsets.UTF_16LE), Encoding.UTF_16LE),
                Arguments.of("UTF-16BE, mark", bytes("\uFEFF" + ACCENTS, StandardCharsets.UTF_16BE), Encoding.UTF_16BE),
                Arguments.of("UTF-16LE", bytes(ACCENTS, StandardCharsets.UTF_16LE), Encoding.UTF_16LE),
                Arguments.of("UTF-16BE", bytes(ACCENTS, StandardCharsets.UTF_16BE), Encoding.UTF_16BE),
                Arguments.of("Windows-1252", bytes(ACCENTS, WINDOWS), Encoding.WINDOWS_1252));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void findsTheEncodingByItself(String name, byte[] bytes, Encoding encoding) {
        TestList list = TestList.of(bytes);

        assertThat(list.findings().encoding()).isEqualTo(encoding);
        assertThat(list.contents()).containsExactly(person("Núñez", "n@x.com"), person("Conceição", "c@x.com"));
        assertThat(list.lines()).extracting(ListedLine::raw).containsExactly("Núñez;n@x.com", "Conceição;c@x.com");
    }

    @Test
    void takesPlainLettersForUtf8() {
        assertThat(TestList.of("Ana;ana@x.com").findings().encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(TestList.of("").findings().encoding()).isEqualTo(Encoding.UTF_8);
    }

    /** 8 KB are read at a time: what stands across their border is one character as elsewhere. */
    @ParameterizedTest
    @ValueSource(ints = {65_530, 65_531, 65_532, 65_533, 65_534, 65_535, 65_536, 65_537, 65_538, 65_539})
    void readsCharactersOfSeveralBytesWhereverTheyStand(int before) {
        String text = "a".repeat(9_000) + "\n";
        String filled = text.repeat(before / text.length());
        filled += "b".repeat(before - filled.length()) + "\u20AC\uD83D\uDE00;";

        assertThat(TestList.of(filled).findings().encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(TestList.of(filled).lines())
                .last()
                .extracting(ListedLine::raw)
                .asString()
                .endsWith("\u20AC\uD83D\uDE00;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C3",
                "C3 C3 B1",
                "80",
                "BF",
                "C0 80",
                "C1 BF",
                "E0 80 80",
                "E0 9F BF",
                "ED A0 80",
                "F0 8F BF BF",
                "F4 90 80 80",
                "F5 80 80 80",
                "FF",
                "E2 82",
                "F0 9F 98"
            })
    void takesWhatIsNowhereSoundUtf8ForWindows1252(String bad) {
        assertThat(TestList.of(joined("Ana", bad, ";ana@x.com\n")).findings().encoding())
                .isEqualTo(Encoding.WINDOWS_1252);
    }

    @Test
    void takesACharacterThatIsCutOffAtTheEndForABadByte() {
        assertThat(TestList.of(joined("Ana;ana@x.com", "E2 82", "")).findings().encoding())
                .isEqualTo(Encoding.WINDOWS_1252);
    }

    @Test
    void tellsAHundredFieldsApartAndNoMore() {
        TestList list = TestList.of("Ana;ana@x.com" + ";".repeat(150) + "x");

        assertThat(list.findings().width()).isEqualTo(100);
        assertThat(list.contents()).containsExactly(refused(ProblemCode.TOO_MANY_FIELDS, 100, ";".repeat(52) + "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"C2 80", "DF BF", "E0 A0 80", "ED 9F BF", "EE 80 80", "EF BF BD", "F0 90 80 80", "F4 8F BF BF"})
    void takesSoundSequencesForUtf8(String sound) {
        assertThat(TestList.of(joined("Ana", sound, ";ana@x.com\n")).findings().encoding())
                .isEqualTo(Encoding.UTF_8);
    }

    @Test
    void refusesTheLineWithABadByteInsteadOfBendingAllOthers() {
        TestList list = TestList.of(joined("Núñez;n@x.com\nJos", "E9", ";j@x.com\nConceição;c@x.com"));

        assertThat(list.findings().encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(list.contents())
                .containsExactly(
                        person("Núñez", "n@x.com"),
                        refused(ProblemCode.LOST_CHARACTERS, 1, "Jos\uFFFD"),
                        person("Conceição", "c@x.com"));
    }

    @Test
    void refusesWhatIsNoCharacterInWindows1252() {
        assertThat(TestList.of(joined("Jos", "E9 81", ";j@x.com")).contents())
                .containsExactly(refused(ProblemCode.LOST_CHARACTERS, 1, "José\uFFFD"));
    }

    @Test
    void refusesALineWithANulAndGivesItWithoutOne() {
        TestList list = TestList.of("Ana\0Sol;ana@x.com\nBea;bea@x.com");

        assertThat(list.contents())
                .containsExactly(refused(ProblemCode.LOST_CHARACTERS, 1, "Ana\uFFFDSol"), person("Bea", "bea@x.com"));
        assertThat(list.lines().get(0).raw()).isEqualTo("Ana\uFFFDSol;ana@x.com");
    }

    @Test
    void readsInTheEncodingThatIsChosen() {
        TestList list = new TestList(
                bytes("Núñez;n@x.com", StandardCharsets.UTF_8),
                new Choices(Encoding.WINDOWS_1252, null, null, null, null));

        assertThat(list.findings().encoding()).isEqualTo(Encoding.WINDOWS_1252);
        assertThat(list.names()).containsExactly("NÃºÃ±ez");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252"})
    void countsLinesWhateverEndsThem(Charset charset) {
        String text = "A;a@x.com\r\nB;b@x.com\rC;c@x.com\nD;d@x.com\r\n\r\nÉ;e@x.com\r\rF;f@x.com\n\nG;g@x.com";

        assertThat(TestList.of(text.getBytes(charset)).lines())
                .extracting(ListedLine::number)
                .containsExactly(1, 2, 3, 4, 6, 8, 10);
        assertThat(TestList.of(text.getBytes(charset)).findings())
                .returns(7, Findings::lines)
                .returns(3, Findings::blank);
    }

    /** 8,192 characters are read at a time. */
    @ParameterizedTest
    @ValueSource(ints = {32_765, 32_766, 32_767, 32_768, 32_769})
    void takesCarriageReturnAndLineFeedForOneEndWhereverTheyStand(int before) {
        String text = "x".repeat(999) + "\n";
        String filled = text.repeat(before / 1_000);
        filled += "y".repeat(before - filled.length()) + "\r\nAna;ana@x.com\r\n";

        assertThat(TestList.of(filled).lines()).last().returns(before / 1_000 + 2, ListedLine::number);
        assertThat(TestList.of(filled).names()).containsExactly("Ana");
    }

    @Test
    void readsTheLastLineWithoutAnEnd() {
        assertThat(TestList.of("Ana;ana@x.com\nBea;bea@x.com").contents()).hasSize(2);
        assertThat(TestList.of("Ana;ana@x.com\nBea;bea@x.com\n").contents()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r\n\r\n",
                "  \n\t\r\u00a0",
                "\ufeff",
                ";;\n;\n",
                "nombre;email",
                "\n\nnombre;email;fecha\n"
            })
    void findsNobodyInAListWithoutPeople(String text) {
        TestList list = TestList.of(text);

        assertThat(list.findings().lines()).isZero();
        assertThat(list.contents()).allMatch(it -> it instanceof Skipped);
    }

    @Test
    void leavesOutLinesOfSpacesAndSeparatorsAsSpreadsheetsWriteThem() {
        TestList list = TestList.of("Ana;ana@x.com;\n;;\n ; \u00a0;\n\t\nBea;bea@x.com;");

        assertThat(list.findings()).returns(2, Findings::lines).returns(3, Findings::blank);
        assertThat(list.lines()).extracting(ListedLine::number).containsExactly(1, 5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'Ana;ana@x.com;01/01/2018'                         | SEMICOLON
                    'Ana\tana@x.com\t01/01/2018'                       | TAB
                    'Ana,ana@x.com,01/01/2018'                         | COMMA
                    'Silva, Ana;ana@x.com'                             | SEMICOLON
                    'Silva, Ana\tana@x.com'                            | TAB
                    'Silva; Ana,ana@x.com'                             | COMMA
                    'Ana;ana@x.com\nBea,bea@x.com\nEva;eva@x.com'      | SEMICOLON
                    'Ana,ana@x.com\nBea;bea@x.com\nEva,eva@x.com'      | COMMA
                    'Ana,ana@x.com\nBea;bea@x.com'                     | SEMICOLON
                    'Ana\tana@x.com\nBea,bea@x.com'                    | TAB
                    'nombre,email\nAna'                                | COMMA
                    'nombre\temail'                                    | TAB
                    'Ana'                                              | SEMICOLON
                    'ana@x.com'                                        | SEMICOLON
                    'Ana\tSol;ana@x.com'                               | SEMICOLON
                    'Ana;ana@x.com, bea@x.com'                         | SEMICOLON
                    'Ana\tana@x.com, bea@x.com'                        | TAB
                    """)
    void findsTheSeparatorOverTheWholeList(String text, Separator separator) {
        assertThat(TestList.of(text.replace("\\n", "\n").replace("\\t", "\t"))
                        .findings()
                        .separator())
                .isEqualTo(separator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ana\tana@x.com\t01/01/2018", "Ana,ana@x.com,01/01/2018", "\"Ana\", \"ana@x.com\" ,01/01/2018"})
    void readsListsFromSpreadsheets(String line) {
        assertThat(TestList.of(line).people()).containsExactly(person("Ana", "ana@x.com", LocalDate.of(2018, 1, 1)));
    }

    @Test
    void keepsACommaInANameWhereTheSeparatorIsAnother() {
        assertThat(TestList.of("Silva, Ana;ana@x.com").names()).containsExactly("Silva, Ana");
    }

    @Test
    void refusesALineThatIsSeparatedInAnotherWayThanTheList() {
        assertThat(TestList.of("Ana;ana@x.com\nEva;eva@x.com\nBea,bea@x.com\nIda\tida@x.com\t01/01/2018")
                        .contents())
                .containsExactly(
                        person("Ana", "ana@x.com"),
                        person("Eva", "eva@x.com"),
                        refused(ProblemCode.OTHER_SEPARATOR, 2, null),
                        refused(ProblemCode.OTHER_SEPARATOR, 2, null));
    }

    @Test
    void readsWithTheSeparatorThatIsChosen() {
        assertThat(TestList.of("Silva;Ana,ana@x.com\nA;b@x.com\nA;c@x.com")
                        .with(Separator.COMMA, null, null)
                        .contents())
                .containsExactly(
                        person("Silva;Ana", "ana@x.com"),
                        refused(ProblemCode.OTHER_SEPARATOR, 2, null),
                        refused(ProblemCode.OTHER_SEPARATOR, 2, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nombre;email;fecha",
                "nome;e-mail;data",
                "name;email;date",
                "NOMBRE;E-MAIL;FECHA DE COMPRA",
                " Nombre ; Correo electrónico ; Fecha ",
                "Nombre y apellidos;Correo;Fecha de compra",
                "Nome completo;E-mail;Data da compra",
                "Full Name;Email Address;Purchase Date",
                "\"Name\";\"Email\";\"Date\"",
                "alumno;mail;día de compra",
                "nombre;email",
                "nombre;dirección;fecha",
                "x;email;y",
                "nombre;email;fecha;;;"
            })
    void skipsAHeaderWithANotice(String header) {
        TestList list = TestList.of("\uFEFF\n" + header + "\r\nAna;ana@x.com");

        assertThat(list.findings().header()).isTrue();
        assertThat(list.findings().columns()).startsWith(Field.NAME, Field.EMAIL);
        assertThat(list.contents()).containsExactly(new Skipped(), person("Ana", "ana@x.com"));
        assertThat(list.lines().get(0)).returns(2, ListedLine::number).returns(header, ListedLine::raw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Data;data@x.com",
                "Email;ana@x.com",
                "Nombre;email@x.com;",
                "Ana;ana",
                "nombre;Sol",
                "nombre",
                "Email Sol;x"
            })
    void takesNoPersonForAHeader(String line) {
        assertThat(TestList.of(line).findings().header()).isFalse();
    }

    @Test
    void neverImportsAHeaderWhateverIsChosen() {
        TestList list = TestList.of("nombre;email;fecha\nAna;ana@x.com\nnombre;email;fecha");

        assertThat(list.names()).containsExactly("Ana");
        assertThat(list.with(null, false, null).names()).containsExactly("Ana");
        assertThat(list.with(null, true, Header.USUAL).names()).containsExactly("Ana");
    }

    @Test
    void skipsTheFirstLineIfItIsChosenAsHeader() {
        TestList list = TestList.of("Ana;ana@x.com\nBea;bea@x.com").with(null, true, null);

        assertThat(list.contents()).containsExactly(new Skipped(), person("Bea", "bea@x.com"));
        assertThat(list.findings()).returns(1, Findings::lines).returns(Header.USUAL.subList(0, 2), Findings::columns);
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                columns("nombre;email;fecha;grupo;rol", Field.NAME, Field.EMAIL, Field.DATE, Field.GROUP, Field.ROLE),
                columns("role,group,date,email,name", Field.ROLE, Field.GROUP, Field.DATE, Field.EMAIL, Field.NAME),
                columns("turma\tfunção\tnome\te-mail", Field.GROUP, Field.ROLE, Field.NAME, Field.EMAIL),
                columns("email;teléfono;nombre", Field.EMAIL, Field.IGNORED, Field.NAME),
                columns("motivo;nombre;email", Field.IGNORED, Field.NAME, Field.EMAIL),
                columns("nombre;apellidos;email", Field.NAME, Field.NAME, Field.EMAIL),
                columns("First Name,Last Name,Email,Phone", Field.NAME, Field.NAME, Field.EMAIL, Field.IGNORED),
                columns("nombre;email;correo", Field.NAME, Field.EMAIL, Field.IGNORED),
                columns("quién;email;cuándo", Field.NAME, Field.EMAIL, Field.IGNORED));
    }

    private static Arguments columns(String header, Field... columns) {
        return Arguments.of(header, List.of(columns));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void letsAHeaderNameTheColumnsInAnyOrder(String header, List<Field> columns) {
        assertThat(TestList.of(header).findings())
                .returns(true, Findings::header)
                .returns(columns, Findings::columns);
    }

    @Test
    void readsTheColumnsThatAHeaderNames() {
        TestList list = TestList.of("""
                rol;grupo;teléfono;apellido;nombre;email;fecha
                ;Grupo A;123;Sol;Ana;ana@x.com;31/01/2018
                estudiante; TURMA Ñ ;;;Bea;bea@x.com
                Moderadora;;;;Eva;eva@x.com
                """);

        assertThat(list.people())
                .extracting(Person::name, Person::role, Person::group, Person::ownDate)
                .containsExactly(
                        tuple("Sol Ana", ListRole.STUDENT, "grupo a", true),
                        tuple("Bea", ListRole.STUDENT, "turma ñ", false),
                        tuple("Eva", ListRole.MODERATOR, null, false));
        assertThat(list.findings().titles()).contains("teléfono");
    }

    @Test
    void readsTheColumnsThatAreChosen() {
        assertThat(TestList.of("ana@x.com;Ana;y;31/01/2018")
                        .with(null, null, List.of(Field.EMAIL, Field.NAME, Field.IGNORED, Field.DATE))
                        .contents())
                .containsExactly(person("Ana", "ana@x.com", LocalDate.of(2018, 1, 31)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "Ana";"ana@x.com"                | Ana
                     "Ana" ; "ana@x.com" ;           | Ana
                    " Ana ";ana@x.com                | Ana
                    "O""Neil";ana@x.com              | O"Neil
                    O"Neil;ana@x.com                 | O"Neil
                    O""Neil;ana@x.com                | O""Neil
                    "O"Neil;ana@x.com                | "O"Neil
                    "O"Neil";ana@x.com               | "O"Neil"
                    "Ana" y "Eva";ana@x.com          | "Ana" y "Eva"
                    "Ana;ana@x.com                   | "Ana
                    Ana";ana@x.com                   | Ana"
                    "Ana;"ana@x.com"                 | "Ana
                    "Silva; Ana";ana@x.com           | Silva; Ana
                    '''Ana''';ana@x.com              | '''Ana'''
                    ""Ana"";ana@x.com                | ""Ana""
                    \"""Ana\""";ana@x.com             | "Ana"
                    "";ana@x.com                     |
                    """)
    void takesFieldsOutOfQuotesOnlyWhereTheyStandInThemAsAWhole(String line, @Nullable String name) {
        assertThat(only(line))
                .isEqualTo(name == null ? refused(ProblemCode.NO_NAME, 1, null) : person(name, "ana@x.com"));
    }

    @Test
    void letsNoQuoteSwallowTheEndOfALine() {
        assertThat(TestList.of("\"Ana;ana@x.com\nBea;bea@x.com\n\"Eva\";\"eva@x.com\nIda;ida@x.com\"\n")
                        .contents())
                .hasSize(4)
                .startsWith(person("\"Ana", "ana@x.com"), person("Bea", "bea@x.com"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ana                                | TOO_FEW_FIELDS     | 2 |
                    Ana;                               | TOO_FEW_FIELDS     | 2 |
                    Ana;;                              | TOO_FEW_FIELDS     | 2 |
                    ana@x.com                          | TOO_FEW_FIELDS     | 2 |
                    ana@x.com;                         | TOO_FEW_FIELDS     | 2 |
                    Ana,ana@x.com                      | OTHER_SEPARATOR    | 2 |
                    Ana;ana@x.com;01/01/2018;x         | TOO_MANY_FIELDS    | 4 | x
                    Ana;ana@x.com;;x                   | TOO_MANY_FIELDS    | 4 | x
                    Ana;ana@x.com;;;;x                 | TOO_MANY_FIELDS    | 6 | x
                    Ana;ana@x.com;01/01/2018;x;y       | TOO_MANY_FIELDS    | 4 | x
                    ;ana@x.com                         | NO_NAME            | 1 |
                    ' \u00a0;ana@x.com'                | NO_NAME            | 1 |
                    ;ana@x.com;01/01/2018              | NO_NAME            | 1 |
                    Ana;;01/01/2018                    | NO_EMAIL           | 2 |
                    ana@x.com;Ana                      | EMAIL_ELSEWHERE    | 2 | 1
                    Silva;Ana;ana@x.com                | EMAIL_ELSEWHERE    | 2 | 3
                    """)
    void refusesALineWithAnotherNumberOfFields(String line, ProblemCode code, int column, @Nullable String detail) {
        assertThat(only(line)).isEqualTo(refused(code, column, detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana;ana@x.com;",
                "Ana;ana@x.com;;",
                "Ana;ana@x.com;;;;",
                "Ana;ana@x.com; ",
                "Ana;ana@x.com;\t;",
                "Ana;ana@x.com;\"\";\"\"",
                "  Ana  ;  ana@x.com  ",
                "\u00a0Ana\u00a0;\u00a0ana@x.com\u00a0",
                "\u3000Ana\u3000;\u3000ana@x.com",
                "\tAna\t;\tana@x.com\t",
                "\u2003Ana;\u200bana@x.com\u200b",
                "\u202aAna\u202c;\u202aana@x.com\u202c",
                "Ana\u0085;ana@x.com\u2028"
            })
    void leavesAsideSpacesOfAllKindsAndSeparatorsAtTheEnd(String line) {
        assertThat(only(line)).isEqualTo(person("Ana", "ana@x.com"));
    }

    @ParameterizedTest
    @ValueSource(chars = {1, 7, 8, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029})
    void refusesControlCharacters(char control) {
        assertThat(only("Ana" + control + "Sol;ana@x.com"))
                .isEqualTo(refused(
                        ProblemCode.CONTROL_CHARACTER, 1, control < 0x2000 ? "Ana Sol" : "Ana" + control + "Sol"));
        assertThat(only("Ana;ana@x.com;1/1" + control + "/2018")).returns(3, it -> ((Refused) it).column());
    }

    @Test
    void mindsNoControlCharactersInColumnsThatAreNotImported() {
        assertThat(TestList.of("nombre;email;nota\nAna;ana@x.com;a\u0007b\uFFFD")
                        .names())
                .containsExactly("Ana");
    }

    @Test
    void putsASpaceForATabInAName() {
        assertThat(only("Ana\tSol;ana@x.com")).isEqualTo(person("Ana Sol", "ana@x.com"));
    }

    @Test
    void readsAListWhoseFirstLineIsShorterThanTheRest() {
        assertThat(TestList.of("Ana\nBea;bea@x.com;01/01/2018\nEva;eva@x.com;02/01/2018")
                        .contents())
                .hasSize(3)
                .startsWith(refused(ProblemCode.TOO_FEW_FIELDS, 2, null))
                .element(1)
                .isInstanceOf(Person.class);
    }

    @Test
    void takesALineOfTenThousandCharactersAndRefusesALongerOne() {
        String fits = "Ana;ana@x.com;" + " ".repeat(Lines.LONGEST - 14);
        String tooLong = fits + ";";
        TestList list = TestList.of("\uFEFF" + fits + "\n" + tooLong + "\nBea;bea@x.com");

        assertThat(list.contents().get(0)).isEqualTo(person("Ana", "ana@x.com"));
        assertThat(list.contents().get(1)).isInstanceOfSatisfying(Refused.class, it -> assertThat(it)
                .returns(ProblemCode.LINE_TOO_LONG, Refused::code)
                .extracting(Refused::detail)
                .asString()
                .startsWith("Ana;ana@x.com;")
                .hasSizeLessThanOrEqualTo(100));
        assertThat(list.contents().get(2)).isEqualTo(person("Bea", "bea@x.com"));
    }

    @Test
    void refusesTheBeginningOfATooLongLineWhenItIsReadAgain() {
        TestList list = TestList.of("x".repeat(Lines.LONGEST) + "\uD83D\uDE00".repeat(100) + "\nBea;bea@x.com");
        String raw = list.lines().get(0).raw();

        assertThat(raw).hasSize(Lines.LONGEST + 1).endsWith("\uFFFD");
        assertThat(ListReader.readOne(raw, 1, list.findings(), TestList.RULES).content())
                .returns(ProblemCode.LINE_TOO_LONG, it -> ((Refused) it).code());
    }

    /** Memory is what this thread asks for while it reads. */
    @Test
    void readsALineOf128MegabytesInLittleMemory() throws Exception {
        Source source = () -> new Endless(128L << 20);
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();

        Findings findings = ListReader.examine(source, Choices.NONE, DateOrder.DAY_FIRST, 1_000_000);
        List<ListedLine> lines = new ArrayList<>();
        ListReader.read(source, findings, TestList.RULES, lines::add);

        assertThat(lines).singleElement().satisfies(it -> assertThat(it.content())
                .isInstanceOf(Refused.class));
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(8L << 20);
    }

    /** A line of so many bytes. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(left, count);
            Arrays.fill(bytes, from, from + given, (byte) 'a');
            left -= given;
            return given;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10_000, 50_000})
    void readsListsOfAnyLength(int length) {
        String text = IntStream.range(0, length)
                .mapToObj(it -> "Ana " + it + ";ana" + it + "@x.com\n")
                .collect(Collectors.joining());

        assertThat(TestList.of(text).findings().lines()).isEqualTo(length);
        assertThat(TestList.of(text).people()).hasSize(length);
    }

    @Test
    void takesTheSameLineTenThousandTimesForOnePerson() {
        List<ListedLine> lines = TestList.of("\nAna;ana@x.com".repeat(10_000)).lines();

        assertThat(lines).hasSize(10_000);
        assertThat(lines.get(0).content()).isEqualTo(person("Ana", "ana@x.com"));
        assertThat(lines.subList(1, 10_000))
                .extracting(ListedLine::content)
                .containsOnly(refused(ProblemCode.SAME_EMAIL_ABOVE, 2, "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nombre;email\n", "\n;;\n"})
    void countsTheLinesThatMayBePeopleTowardsTheMost(String before) throws Exception {
        TestList three = TestList.of(before + "A;a@x.com\n;\nB;b@x.com\n\nC\n");

        assertThat(ListReader.examine(three.source(), Choices.NONE, DateOrder.DAY_FIRST, 3)
                        .lines())
                .isEqualTo(3);
        assertThatExceptionOfType(TooManyLines.class)
                .isThrownBy(() -> ListReader.examine(three.source(), Choices.NONE, DateOrder.DAY_FIRST, 2));
    }

    @Test
    void keepsTheRestOfALineInItsHundredthFieldThoughItBeginsInQuotationMarks() {
        String line = "x;".repeat(99) + "\"a\";b;c";

        assertThat(Fields.of(line, Separator.SEMICOLON)).hasSize(100).endsWith("\"a\";b;c");
        assertThat(Fields.of("x;".repeat(99) + "\"a\"", Separator.SEMICOLON))
                .hasSize(100)
                .endsWith("a");
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    /** Text, bytes in hexadecimal, and text again. */
    private static byte[] joined(String before, String hexadecimal, String behind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(before, StandardCharsets.UTF_8));
        Stream.of(hexadecimal.split(" ")).forEach(it -> out.write(Integer.parseInt(it, 16)));
        out.writeBytes(bytes(behind, StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
