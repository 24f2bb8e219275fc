package io.cohorte.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cohorte.offers.Price;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class PaymentWaysTests {

    private static final Price NOTHING = new Price(0, Currency.getInstance("EUR"));
    private static final Price SOME = new Price(1, Currency.getInstance("EUR"));

    @Test
    void areNoneUntilAnOwnerSaysSo() {
        assertThat(PaymentWays.NONE.of(SOME, true)).isEmpty();
        assertThat(PaymentWays.NONE.of(NOTHING, true)).isEmpty();
    }

    @Test
    void giveWhatCostsNothingOnlyWhereThatIsAllowed() {
        assertThat(new PaymentWays(true, false, false, null, null).of(NOTHING, true))
                .containsExactly(PaymentMethod.FREE);
        assertThat(new PaymentWays(false, true, true, "IBAN", null).of(NOTHING, true))
                .isEmpty();
    }

    @Test
    void takeCardsOnlyWhereTheInstallationCan() {
        PaymentWays all = new PaymentWays(true, true, true, "IBAN", null);

        assertThat(all.of(SOME, true)).containsExactly(PaymentMethod.STRIPE, PaymentMethod.MANUAL);
        assertThat(all.of(SOME, false)).containsExactly(PaymentMethod.MANUAL);
    }

    @Test
    void wantInstructionsWhereSomebodyIsToPayByHand() {
        assertThatExceptionOfType(InstructionsMissing.class)
                .isThrownBy(() -> new PaymentWays(false, true, false, " \n ", null));
    }

    @Test
    void keepLinesAsLinesAndTheirTermsUnderAMarkOfTheirOwn() {
        PaymentWays ways = new PaymentWays(false, true, false, "\r\nBanco\r\n  ES12 \r\n", "Uno\nDos");

        assertThat(ways.instructions()).isEqualTo("Banco\nES12");
        assertThat(ways.termsMark())
                .isNotEmpty()
                .isNotEqualTo(new PaymentWays(false, false, false, null, "Uno\nTres").termsMark());
        assertThat(PaymentWays.NONE.termsMark()).isEmpty();
    }
}
