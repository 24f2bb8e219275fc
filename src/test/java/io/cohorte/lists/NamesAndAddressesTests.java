package io.cohorte.lists;

import static io.cohorte.lists.TestList.only;
import static io.cohorte.lists.TestList.person;
import static io.cohorte.lists.TestList.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.lists.ListedLine.Notice;
import io.cohorte.lists.ListedLine.Person;
import io.cohorte.lists.ListedLine.Refused;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 4.2 of product.md: the names, addresses, groups and roles of a list. */
class NamesAndAddressesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Silva, Ana                   | Silva, Ana
                    'Ana  Sol'                   | 'Ana  Sol'
                    Ana\u00a0Sol                 | Ana\u00a0Sol
                    Nu\u0301n\u0303ez            | Núñez
                    ANA de la O                  | ANA de la O
                    '=1+1'                       | '=1+1'
                    '@SUM(A1)'                   | '@SUM(A1)'
                    -Ana                         | -Ana
                    <script>alert(1)</script>    | <script>alert(1)</script>
                    {{7*7}}                      | {{7*7}}
                    ${7*7}                       | ${7*7}
                    A                            | A
                    😀                            | 😀
                    👩‍👩‍👧                        | 👩‍👩‍👧
                    張偉                          | 張偉
                    nombre                       | nombre
                    Ana @ Sol                    | Ana @ Sol
                    """)
    void areKeptAsTheyWereWritten(String typed, String name) {
        assertThat(only(typed + ";ana@x.com")).isEqualTo(person(name, "ana@x.com"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"'=1+1, =1+1", "''=1+1, '=1+1", "'Ana, 'Ana", "''tis, ''tis", "O'Neil, O'Neil"},
            quoteCharacter = '`')
    void loseTheOneApostropheThatGuardsAFormula(String typed, String name) {
        assertThat(only(typed + ";ana@x.com")).isEqualTo(person(name, "ana@x.com"));
    }

    static Stream<String> longestNames() {
        return Stream.of("a".repeat(200), "ñ".repeat(200), "  " + "a".repeat(200) + "  ", "😀".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("longestNames")
    void mayHaveTwoHundredCharacters(String name) {
        assertThat(only(name + ";ana@x.com")).isEqualTo(person(name.strip(), "ana@x.com"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 300})
    void mayNotHaveMore(int length) {
        assertThat(only("a".repeat(length) + ";ana@x.com"))
                .isEqualTo(refused(ProblemCode.NAME_TOO_LONG, 1, String.valueOf(length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u200b", "\u2060\ufeff", "\u200d", "\u00ad", "\u0301", "\"\"", "\" \""})
    void mayNotBeInvisible(String name) {
        assertThat(only(name + ";ana@x.com")).isEqualTo(refused(ProblemCode.NO_NAME, 1, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bea@x.com", "Ana bea@x.com", "Ana (bea@x.com;)", "Ana <ana@x.com>"})
    void mayNotHoldAnotherAddress(String name) {
        String quoted = "\"" + name + "\"";
        assertThat(only(quoted + ";ana@x.com"))
                .satisfies(it -> assertThat(((Refused) it).code()).isEqualTo(ProblemCode.EMAIL_IN_NAME));
    }

    @Test
    void mayBeTheAddressWhereNobodyKnewTheName() {
        assertThat(only("ana@x.com;ANA@x.com")).isEqualTo(person("ana@x.com", "ana@x.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "ANA@X.COM, ana@x.com",
        "ana@München.de, ana@xn--mnchen-3ya.de",
        "o'neil@x.com, o'neil@x.com",
        "ana.sol+a@gmail.com, ana.sol+a@gmail.com"
    })
    void areNormalisedAddresses(String typed, String address) {
        assertThat(only("Ana;" + typed)).isEqualTo(person("Ana", address));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ana                    | EMAIL_WITHOUT_AT
                    ana.x.com              | EMAIL_WITHOUT_AT
                    Ana <ana@x.com>        | EMAIL_WITH_NAME
                    <ana@x.com>            | EMAIL_WITH_NAME
                    ana@x.com, bea@x.com   | SEVERAL_EMAILS
                    ana@x.com bea@x.com    | SEVERAL_EMAILS
                    ana@x.com/bea@x.com    | SEVERAL_EMAILS
                    ana@@x.com             | SEVERAL_EMAILS
                    ana sol@x.com          | EMAIL_WITH_SPACE
                    ana@ x.com             | EMAIL_WITH_SPACE
                    ana@x .com             | EMAIL_WITH_SPACE
                    ana@x.com.             | EMAIL_ENDS_WITH_MARK
                    ana@x.com,             | EMAIL_ENDS_WITH_MARK
                    ana@gmail              | EMAIL_WITHOUT_ENDING
                    ana@localhost          | EMAIL_WITHOUT_ENDING
                    maría@x.com            | EMAIL_NOT_ASCII
                    用户@x.com              | EMAIL_NOT_ASCII
                    😀@x.com                | EMAIL_NOT_ASCII
                    a..b@x.com             | BAD_EMAIL
                    .ana@x.com             | BAD_EMAIL
                    ana@x..com             | BAD_EMAIL
                    @x.com                 | BAD_EMAIL
                    ana@                   | BAD_EMAIL
                    ana@x.c                | BAD_EMAIL
                    ana@-x.com             | BAD_EMAIL
                    "ana sol"@x.com        | EMAIL_WITH_SPACE
                    "ana"@x.com            | BAD_EMAIL
                    ana@[127.0.0.1]        | BAD_EMAIL
                    ana@127.0.0.1          | BAD_EMAIL
                    ana@[IPv6:::1]         | BAD_EMAIL
                    mailto:ana@x.com       | BAD_EMAIL
                    a..b@x                 | EMAIL_WITHOUT_ENDING
                    """)
    void areRefusedWithWhatIsUsuallyWrong(String typed, ProblemCode code) {
        assertThat(only("Ana;" + typed)).isEqualTo(refused(code, 2, typed));
    }

    static Stream<String> tooLong() {
        return Stream.of("a".repeat(65) + "@x.com", "a@" + "b.".repeat(130) + "com", "a@" + "b".repeat(300) + ".com");
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void areRefusedAboveTheirLength(String typed) {
        assertThat(only("Ana;" + typed)).isInstanceOfSatisfying(Refused.class, it -> assertThat(it)
                .returns(ProblemCode.EMAIL_TOO_LONG, Refused::code)
                .extracting(Refused::detail)
                .asString()
                .startsWith(typed.substring(0, 50))
                .hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void mayHave64CharactersBeforeTheAt() {
        String address = "a".repeat(64) + "@x.com";

        assertThat(only("Ana;" + address)).isEqualTo(person("Ana", address));
    }

    @ParameterizedTest
    @CsvSource({
        "gmial.com, gmail.com",
        "gmai.com, gmail.com",
        "gmaill.com, gmail.com",
        "gamil.com, gmail.com",
        "gnail.com, gmail.com",
        "gmail.con, gmail.com",
        "gmail.co, gmail.com",
        "gmail.cm, gmail.com",
        "hotmial.com, hotmail.com",
        "hotmai.com, hotmail.com",
        "hotmal.com.br, hotmail.com.br",
        "otmail.com, hotmail.com",
        "outlok.com, outlook.com",
        "outlook.comm, outlook.com",
        "yaho.com, yahoo.com",
        "yahooo.es, yahoo.es",
        "icluod.com, icloud.com"
    })
    void bringANoticeWhereTheDomainLooksLikeAnother(String typed, String meant) {
        assertThat(only("Ana;ana@" + typed))
                .isEqualTo(new Person(
                        "Ana",
                        EmailAddress.of("ana@" + typed),
                        ListRole.STUDENT,
                        null,
                        TestList.TODAY,
                        false,
                        new Notice(NoticeCode.LOOKALIKE_DOMAIN, meant)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "hotmail.com",
                "x.com",
                "mail.com",
                "ymail.com",
                "email.com",
                "hotmail.com.ar",
                "hotmail.it",
                "outlook.pt",
                "yahoo.com.tr",
                "gmail.es",
                "mi-gmail.com",
                "gmail.example.com",
                "a.co",
                "yahoo.fr"
            })
    void bringNoneWhereTheDomainMayWellBeRight(String domain) {
        assertThat(only("Ana;ana@" + domain)).isEqualTo(person("Ana", "ana@" + domain));
    }

    @Test
    void areOnePersonWhereTheAddressIsTheSame() {
        assertThat(TestList.of("""

                        Ana;ana@x.com
                        Ana;ana@x.com
                        Anita; ANA@X.COM
                        Ana;ana@x.com;01/01/2018
                        Eva;eva@münchen.de
                        Eva;eva@xn--mnchen-3ya.de
                        """).contents())
                .containsExactly(
                        person("Ana", "ana@x.com"),
                        above(2),
                        above(2),
                        above(2),
                        person("Eva", "eva@xn--mnchen-3ya.de"),
                        above(6));
    }

    @Test
    void areTheFirstGoodLineOfAnAddress() {
        assertThat(TestList.of("""
                        ;ana@x.com
                        Ana;ana@x.com;31/02/2024
                        Ana;ana@x.com;;x
                        Ana;ana@x.com
                        Anita;ana@x.com
                        ;ana@x.com
                        """).contents())
                .containsExactly(
                        refused(ProblemCode.NO_NAME, 1, null),
                        refused(ProblemCode.NO_SUCH_DAY, 3, "31/02/2024"),
                        refused(ProblemCode.TOO_MANY_FIELDS, 4, "x"),
                        person("Ana", "ana@x.com"),
                        above(4),
                        refused(ProblemCode.NO_NAME, 1, null));
    }

    @Test
    void areToldApartWhereTheAddressesAreNotTheSame() {
        assertThat(TestList.of("A;ana.sol@x.com\nA;anasol@x.com\nA;ana.sol+a@x.com\nA;ana.sol@x.com.br")
                        .people())
                .hasSize(4);
    }

    private static Refused above(int line) {
        return refused(ProblemCode.SAME_EMAIL_ABOVE, 2, String.valueOf(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    Grupo A       | grupo a
                    GRUPO  A      | grupo a
                    ' grupo a '   | grupo a
                    Turma N\u0303 | turma ñ
                    turma ñ       | turma ñ
                    ''            | -
                    """)
    void goToTheGroupTheLineNames(String typed, @Nullable String group) {
        assertThat(TestList.of("nombre;email;grupo\nAna;ana@x.com;" + typed).people())
                .singleElement()
                .returns(group, Person::group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grupo B", "Turma N", "Grupo", "Grupo-A"})
    void areRefusedWhereThereIsNoSuchGroup(String typed) {
        assertThat(TestList.of("nombre;email;grupo\nAna;ana@x.com;" + typed).contents())
                .element(1)
                .isEqualTo(refused(ProblemCode.NO_SUCH_GROUP, 3, typed));
    }

    @ParameterizedTest
    @CsvSource({
        "'', STUDENT",
        "estudiante, STUDENT",
        "Aluno, STUDENT",
        "student, STUDENT",
        "MODERADOR, MODERATOR",
        "moderadora, MODERATOR",
        "Editor de contenido, CONTENT_EDITOR",
        "content_editor, CONTENT_EDITOR",
        "Editor de Conteúdo, CONTENT_EDITOR"
    })
    void getTheRoleTheLineNames(String typed, ListRole role) {
        assertThat(TestList.of("nombre;email;rol\nAna;ana@x.com;" + typed).people())
                .singleElement()
                .returns(role, Person::role);
    }

    @ParameterizedTest
    @CsvSource({
        "jefa, NO_SUCH_ROLE",
        "owner, NO_SUCH_ROLE",
        "support, NO_SUCH_ROLE",
        "Administrador, MAY_NOT_GIVE_ROLE",
        "administrator, MAY_NOT_GIVE_ROLE"
    })
    void areRefusedARoleThatIsNoneOrMayNotBeGiven(String typed, ProblemCode code) {
        assertThat(TestList.of("nombre;email;rol\nAna;ana@x.com;" + typed).contents())
                .element(1)
                .isEqualTo(refused(code, 3, typed));
    }

    @Test
    void areStaffWithoutGroupAndDateAndToldSo() {
        assertThat(TestList.of(
                                "nombre;email;rol;grupo;fecha\nAna;ana@x.com;moderador;Grupo B;nunca\nBea;bea@x.com;moderador")
                        .people())
                .containsExactly(
                        staff("Ana", new Notice(NoticeCode.NOT_FOR_STAFF, "Grupo B, nunca")), staff("Bea", null));
    }

    private static Person staff(String name, @Nullable Notice notice) {
        EmailAddress address = EmailAddress.of(name + "@x.com");
        return new Person(name, address, ListRole.MODERATOR, null, null, false, notice);
    }
}
