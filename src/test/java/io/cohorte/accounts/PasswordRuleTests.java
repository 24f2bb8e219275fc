package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTests {

    private static final EmailAddress ANA = EmailAddress.of("ana.sol@x.com");

    static Stream<String> goodEnough() {
        return Stream.of(
                "kjwqhxzpvt",
                "kjwqhxzpvt".repeat(7) + "kj",
                "ñáéñú",
                "ñáéñúóíñáñéú".repeat(3),
                "😀😎🤖🎈🐢🌵".repeat(3),
                "😀😎aq",
                "una clave de diez palabras que nadie más ha dicho nunca aquí");
    }

    @ParameterizedTest
    @MethodSource("goodEnough")
    void acceptsTenToSeventyTwoBytes(String password) {
        assertThatCode(() -> PasswordRule.check(password, ANA)).doesNotThrowAnyException();
    }

    static Stream<String> ofOtherLengths() {
        return Stream.of(
                "", "a", "a".repeat(9), "ñ".repeat(4) + "a", "😀😀a", "a".repeat(73), "ñ".repeat(37), "😀".repeat(19));
    }

    @ParameterizedTest
    @MethodSource("ofOtherLengths")
    void refusesOtherLengthsCountedInBytes(String password) {
        refused(password, "accounts.password.length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana.sol@x.com", "ANA.SOL@X.COM", " Ana.Sol@x.com "})
    void refusesTheAddressItself(String password) {
        refused(password, "accounts.password.is-address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana.maria.sol", "Ana.Maria.Sol"})
    void refusesTheAddressWithoutItsDomain(String password) {
        assertThatExceptionOfType(WeakPassword.class)
                .isThrownBy(() -> PasswordRule.check(password, EmailAddress.of("ana.maria.sol@x.com")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("accounts.password.is-address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "          ",
                "aaaaaaaaaa",
                "ññññññ",
                "1212121212",
                "abcdabcdabcd",
                "1234567890",
                "0987654321",
                "1234512345123",
                "qwertyuiop",
                "QWERTYuiop",
                "asdf123456",
                "qwerty123456!",
                "1q2w3e4r5t",
                "1qaz2wsx3edc",
                "zaq12wsxcde3",
                "abc123abc123",
                "abcdefghij",
                "password123",
                "p@ssw0rd12345",
                "PasswordPassword",
                "Contraseña1",
                "contrasena2026!",
                "C0ntr4s3ñ4",
                "bienvenido2024",
                "Bienvenidos!!",
                "teamomucho",
                "Te amo mucho 12",
                "123contraseña",
                "senha123456",
                "minhasenha",
                "iloveyou2025",
                "futbol12345678",
                "barcelona10",
                "cohorte2026",
                "septiembre1"
            })
    void refusesWhatEverybodyTriesFirst(String password) {
        refused(password, "accounts.password.common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aprender-juntos",
                "correcto caballo bateria",
                "contraseña de mi tía",
                "contraseña8391746205",
                "futbol con lluvia",
                "qwertz trompeta",
                "12 gatos y 3 lunas",
                "perro gato"
            })
    void acceptsWordsTogetherThatAreNoneOfThose(String password) {
        assertThatCode(() -> PasswordRule.check(password, ANA)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana.sol@x.com!", "ana.sol@y.com", "moc.x@los.ana"})
    void acceptsWhatOnlyResemblesTheAddress(String password) {
        assertThatCode(() -> PasswordRule.check(password, ANA)).doesNotThrowAnyException();
    }

    private static void refused(String password, String code) {
        assertThatExceptionOfType(WeakPassword.class)
                .isThrownBy(() -> PasswordRule.check(password, ANA))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code))
                .satisfies(it -> assertThat(it.field()).contains("password"));
    }
}
