package io.cohorte.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever colour an area has, its pages can be read. */
class AreaStyleTests {

    private static final double AA = 4.5;

    /** Every channel in 18 steps. */
    private static Stream<Colour> colours() {
        return IntStream.range(0, 18 * 18 * 18)
                .mapToObj(it ->
                        new Colour("#%02x%02x%02x".formatted(it % 18 * 15, it / 18 % 18 * 15, it / 18 / 18 * 15)));
    }

    @Test
    void measuresContrastAsTheGuidelinesDo() {
        assertThat(Colour.WHITE.contrastWith(Colour.BLACK)).isEqualTo(21, within(1e-9));
        assertThat(new Colour("#777777").contrastWith(Colour.WHITE)).isEqualTo(4.48, within(0.005));
        assertThat(new Colour("#767676").contrastWith(Colour.WHITE)).isEqualTo(4.54, within(0.005));
        assertThat(new Colour("#ff0000").contrastWith(Colour.WHITE)).isEqualTo(4.00, within(0.005));
    }

    @Test
    void writesOnButtonsSoThatItCanBeReadAlsoUnderThePointer() {
        assertThat(colours()).allSatisfy(colour -> {
            AreaStyle style = AreaStyle.of(colour);
            assertThat(style.onColour().contrastWith(colour)).isGreaterThanOrEqualTo(AA);
            assertThat(style.onColour().contrastWith(style.hover())).isGreaterThanOrEqualTo(AA);
        });
    }

    @Test
    void writesInItsColourSoThatItCanBeReadInLightAndDark() {
        assertThat(colours()).allSatisfy(colour -> {
            AreaStyle style = AreaStyle.of(colour);
            assertThat(style.deep().contrastWith(AreaStyle.LIGHT_GROUND)).isGreaterThanOrEqualTo(AA);
            assertThat(style.deep().contrastWith(style.deepTint())).isGreaterThanOrEqualTo(AA);
            assertThat(style.bright().contrastWith(AreaStyle.DARK_GROUND)).isGreaterThanOrEqualTo(AA);
            assertThat(style.bright().contrastWith(style.brightTint())).isGreaterThanOrEqualTo(AA);
        });
    }

    @Test
    void keepsAColourThatCanBeReadAsItIs() {
        AreaStyle style = AreaStyle.of(new Colour("#0b5394"));

        assertThat(style.deep().hex()).isEqualTo("#0b5394");
        assertThat(style.css()).contains("--tblr-btn-bg: #0b5394; --tblr-btn-color: #ffffff");
    }

    @Test
    void isNeededForAnotherColourThanTheProgramsOwnAlone() {
        assertThat(AreaStyle.path(Colour.DEFAULT)).isEmpty();
        assertThat(AreaStyle.path(new Colour("#aabbcc"))).contains("/styles/aabbcc-" + AreaStyle.EDITION + ".css");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#1234567", "123456", "#123456;}body{display:none"})
    void isMadeOfNothingButAColour(String typed) {
        assertThatThrownBy(() -> Colour.of(typed)).isInstanceOf(InvalidColour.class);
    }

    @Test
    void readsAColourInCapitals() {
        assertThat(Colour.of(" #AABBCC ").hex()).isEqualTo("#aabbcc");
    }
}
