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
                "a".repeat(10),
                "a".repeat(72),
                "ñ".repeat(5),
                "ñ".repeat(36),
                "😀".repeat(18),
                "😀😀aa",
                " ".repeat(10));
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
