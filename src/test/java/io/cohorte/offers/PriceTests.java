package io.cohorte.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cohorte.shared.Language;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriceTests {

    /** Those a form offers. */
    private static final List<String> CURRENCIES = List.of(
            "ARS", "BOB", "BRL", "CLP", "COP", "CRC", "DOP", "EUR", "GBP", "GTQ", "MXN", "PEN", "PYG", "USD", "UYU");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    49,90      | USD | 4990
                    49.90      | USD | 4990
                    49.9       | USD | 4990
                    49,9       | BRL | 4990
                    49         | EUR | 4900
                    0          | USD | 0
                    0.01       | USD | 1
                    007        | USD | 700
                    ' 49,90 '  | USD | 4990
                    999999999  | USD | 99999999900
                    4990       | CLP | 4990
                    0          | PYG | 0
                    1.234      | KWD | 1234
                    49,90      | KWD | 49900
                    """)
    void isReadAsTyped(String typed, String currency, long minor) {
        assertThat(Price.of(typed, Currency.getInstance(currency)))
                .isEqualTo(new Price(minor, Currency.getInstance(currency)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''          | USD
                    ' '         | USD
                    -1          | USD
                    +1          | USD
                    1.234       | USD
                    1,234       | USD
                    1.234,50    | USD
                    1,234.50    | USD
                    1 234       | USD
                    49,         | USD
                    ,50         | USD
                    49..90      | USD
                    49.90.1     | USD
                    49,90 USD   | USD
                    $49         | USD
                    4e2         | USD
                    0x10        | USD
                    1/2         | USD
                    NaN         | USD
                    gratis      | USD
                    ４９          | USD
                    ٤٩          | USD
                    1000000000  | USD
                    49,90       | CLP
                    49.0        | CLP
                    1.234       | CLP
                    1.234       | PYG
                    1.2345      | KWD
                    """)
    void isRefusedWhereItCouldMeanSomethingElse(String typed, String currency) {
        assertThatExceptionOfType(InvalidPrice.class)
                .isThrownBy(() -> Price.of(typed, Currency.getInstance(currency)))
                .satisfies(it -> assertThat(it.field()).contains("price"))
                .satisfies(it -> assertThat(it.arguments())
                        .containsExactly(
                                currency, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    @Test
    void isNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Price(-1, Currency.getInstance("USD")));
    }

    @ParameterizedTest
    @CsvSource({"4990, USD, 49.90", "5, USD, 0.05", "0, USD, 0.00", "4990, CLP, 4990", "1234, KWD, 1.234"})
    void isPlainForEditing(long minor, String currency, String plain) {
        Price price = new Price(minor, Currency.getInstance(currency));

        assertThat(price.plain()).isEqualTo(plain);
        assertThat(Price.of(price.plain(), price.currency())).isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ES | USD | 49,90
                    PT | USD | 49,90
                    EN | USD | 49.90
                    ES | CLP | 4.990
                    PT | BRL | 49,90
                    EN | EUR | 49.90
                    """)
    void showsTheDigitsOfItsCurrencyAsTheReaderWritesThem(Language language, String currency, String digits) {
        String shown = new Price(4990, Currency.getInstance(currency)).format(language.locale());

        assertThat(shown.replaceAll("[^0-9.,]", "").replaceAll("^\\D+|\\D+$", ""))
                .isEqualTo(digits);
    }

    @ParameterizedTest
    @EnumSource
    void showsWhichCurrencyItIs(Language language) {
        List<String> shown = new ArrayList<>();
        for (String code : CURRENCIES) {
            Currency currency = Currency.getInstance(code);
            long minor = 50 * Math.round(Math.pow(10, currency.getDefaultFractionDigits()));
            String text = new Price(minor, currency).format(language.locale());
            assertThat(text).as(code).contains("50").doesNotMatch("[0-9.,\\s]+");
            shown.add(text.replaceAll("[.,]00", ""));
        }
        assertThat(shown).doesNotHaveDuplicates();
    }
}
