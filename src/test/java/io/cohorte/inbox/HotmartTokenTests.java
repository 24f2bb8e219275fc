package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HotmartTokenTests {

    @Test
    void leavesOutTheSpaceThatWasCopiedWithIt() {
        assertThat(HotmartToken.hashOf(" a1B2-c3.d4\n")).isEqualTo(Sha256.of("a1B2-c3.d4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "corto77", "con espacio dentro", "ñandúñandú", "a\0bcdefgh"})
    void refusesWhatNoHeaderCarries(String typed) {
        assertThatThrownBy(() -> HotmartToken.hashOf(typed)).isInstanceOf(InvalidHotmartToken.class);
    }

    @Test
    void takesTwoHundredCharactersAndNoMore() {
        assertThat(HotmartToken.hashOf("x".repeat(200))).hasSize(32);
        assertThatThrownBy(() -> HotmartToken.hashOf("x".repeat(201))).isInstanceOf(InvalidHotmartToken.class);
    }
}
