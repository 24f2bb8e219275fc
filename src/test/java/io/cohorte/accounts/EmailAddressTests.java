package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    ana@x.com,                    ana@x.com
                    ANA@X.COM,                    ana@x.com
                    ' ana@x.com ',                ana@x.com
                    '\tana@x.com',                ana@x.com
                    '\u00a0ana@x.com\u00a0',      ana@x.com
                    '\ufeffana@x.com',            ana@x.com
                    '\u3000ana@x.com',            ana@x.com
                    ana@münchen.de,               ana@xn--mnchen-3ya.de
                    ANA@MÜNCHEN.DE,               ana@xn--mnchen-3ya.de
                    ana@mu\u0308nchen.de,         ana@xn--mnchen-3ya.de
                    ana@xn--mnchen-3ya.de,        ana@xn--mnchen-3ya.de
                    ana@XN--MNCHEN-3YA.DE,        ana@xn--mnchen-3ya.de
                    ana@correo.españa.es,         ana@correo.xn--espaa-rta.es
                    ana@例え.jp,                   ana@xn--r8jz45g.jp
                    ana@mail.x.co.uk,             ana@mail.x.co.uk
                    ana@1and1.com,                ana@1and1.com
                    a@b.co,                       a@b.co
                    cristiano.sa2016@hotmail.com, cristiano.sa2016@hotmail.com
                    o'neil@x.com,                 o'neil@x.com
                    ana_sol-1+curso@x.com,        ana_sol-1+curso@x.com
                    """, quoteCharacter = '\'')
    void isNormalised(String typed, String normal) {
        assertThat(EmailAddress.of(typed).value()).isEqualTo(normal);
        assertThat(EmailAddress.of(typed)).hasToString(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "ana.sol@gmail.com, anasol@gmail.com",
        "ana+curso@gmail.com, ana@gmail.com",
        "ana@gmail.com, ana@googlemail.com",
        "ana@gmail.com, ana@gmial.com",
        "ana@x.com, ana@www.x.com"
    })
    void mergesNothingElse(String one, String other) {
        assertThat(EmailAddress.of(one)).isNotEqualTo(EmailAddress.of(other));
    }

    @Test
    void accentsInADomainMakeAnotherDomain() {
        assertThat(EmailAddress.of("ana@espana.es")).isNotEqualTo(EmailAddress.of("ana@españa.es"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ana",
                "@",
                "@x.com",
                "ana@",
                "ana@x",
                "ana@localhost",
                "ana@.com",
                "ana@x.",
                "ana@x..com",
                "ana@x.com.",
                "ana@x.com,",
                "ana@x.com;",
                "ana@x.c",
                "ana@x.123",
                "ana@-x.com",
                "ana@x-.com",
                "ana@x.-com",
                "ana@x_y.com",
                "ana@x.com>",
                "Ana <ana@x.com>",
                "<ana@x.com>",
                "mailto:ana@x.com",
                "ana@x.com,bea@x.com",
                "ana@x.com bea@x.com",
                "ana@x.com/bea@x.com",
                "ana@bea@x.com",
                "ana sol@x.com",
                "ana\u0000sol@x.com",
                "ana@x.com\r\nBcc: bea@x.com",
                "ana\u200b.sol@x.com",
                ".ana@x.com",
                "ana.@x.com",
                "a..b@x.com",
                "\"ana\"@x.com",
                "\"ana sol\"@x.com",
                "ana\\@x.com",
                "ana(sol)@x.com",
                "ana:sol@x.com",
                "añа@x.com",
                "maría@x.com",
                "İna@x.com",
                "用户@x.com",
                "😀@x.com",
                "ana@[127.0.0.1]",
                "ana@[IPv6:::1]",
                "ana@127.0.0.1",
                "ana@b＠x.com",
                "ana＠x.com"
            })
    void refusesWhatIsNoAddressAcceptedHere(String typed) {
        assertThatExceptionOfType(InvalidEmail.class)
                .isThrownBy(() -> EmailAddress.of(typed))
                .satisfies(it -> assertThat(it.field()).contains("email"));
    }

    static Stream<String> asLongAsMayBe() {
        return Stream.of(
                "a".repeat(64) + "@x.com",
                "ana@" + "x".repeat(63) + ".com",
                ofLength(254),
                " " + ofLength(254).toUpperCase() + " ");
    }

    @ParameterizedTest
    @MethodSource("asLongAsMayBe")
    void acceptsTheLongest(String typed) {
        assertThat(EmailAddress.of(typed).value()).isEqualTo(typed.strip().toLowerCase());
    }

    static Stream<String> tooLong() {
        return Stream.of(
                "a".repeat(65) + "@x.com",
                "ana@" + "x".repeat(64) + ".com",
                "ana@x." + "c".repeat(64),
                ofLength(255),
                "ana@" + "ñ".repeat(60) + ".com",
                "a".repeat(1_000_000) + "@x.com",
                "ana@" + "x.".repeat(500_000) + "com",
                "a.".repeat(500_000) + "a@x.com");
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void refusesLongerOnes(String typed) {
        assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(InvalidEmail.class);
    }

    private static String ofLength(int length) {
        String domain = "." + "y".repeat(62) + "." + "z".repeat(60) + ".com";
        String local = "a".repeat(64) + "@";
        return local + "x".repeat(length - local.length() - domain.length()) + domain;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANA@x.com", " ana@x.com", "ana@münchen.de", "ana", ""})
    void isNeverMadeOfWhatIsNotNormalised(String value) {
        assertThatThrownBy(() -> new EmailAddress(value)).isInstanceOf(InvalidEmail.class);
    }

    /** Whatever somebody types, it is refused by the one exception or normalised for good. */
    @Test
    void isTheSameWhenNormalisedAgain() {
        Random random = new Random(17);
        String alphabet = "aZ09.-_+@@..  'xnñÑİßſKé\u0301\u200b\u00ad\u3002\uff0e\uff20\u0000\t😀中م\u200f\ud800";
        int accepted = 0;
        for (int i = 0; i < 30_000; i++) {
            String typed = random.nextInt(3) == 0
                    ? any(random, alphabet, 14)
                    : any(random, "aZ9.-+ K", 4) + "@" + any(random, alphabet, 6) + ".com";
            try {
                String normal = EmailAddress.of(typed).value();
                assertThat(EmailAddress.of(normal).value()).isEqualTo(normal);
                assertThat(normal).isEqualTo(normal.toLowerCase()).matches("[\\x21-\\x7e]+");
                accepted++;
            } catch (InvalidEmail refused) {
                continue;
            }
        }
        assertThat(accepted).isGreaterThan(1_000);
    }

    private static String any(Random random, String alphabet, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest) + 1; i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void isOrderedByItsCharacters() {
        assertThat(new TreeSet<>(
                        List.of(EmailAddress.of("b@x.com"), EmailAddress.of("a_b@x.com"), EmailAddress.of("a@x.com"))))
                .extracting(EmailAddress::value)
                .containsExactly("a@x.com", "a_b@x.com", "b@x.com");
    }
}
