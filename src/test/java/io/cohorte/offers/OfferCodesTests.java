package io.cohorte.offers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferCodesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghjkmnp234",
                "ABCDEFGHJKMNP234",
                " abcdefghjkmnp234 ",
                "\tabcdefghjkmnp234\n",
                "\u00a0abcdefghjkmnp234\u00a0",
                "abcd efgh jkmn p234"
            })
    void areOneCodeWhateverCaseAndSpaces(String typed) {
        assertThat(OfferCodes.normalise(typed)).isEqualTo("abcdefghjkmnp234");
    }
}
