package io.cohorte.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTests {

    @Test
    void keepsLinesAndOneEmptyLineBetweenThem() {
        assertThat(CommentText.of("\r\n  Hola \r\n\r\n\r\n\r\n¿qué tal?\t\rbien\n\n"))
                .isEqualTo("Hola\n\n¿qué tal?\nbien");
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(CommentText.of("a\u0000b\u202Ec\u200Bd")).isEqualTo("a bcd");
    }

    @Test
    void keepsMarkupAsTheTextItIs() {
        assertThat(CommentText.of("<b>no</b> & \"sí\"")).isEqualTo("<b>no</b> & \"sí\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n \n", "\u200B"})
    void refusesWhatSaysNothing(String typed) {
        assertThatThrownBy(() -> CommentText.of(typed)).isInstanceOf(InvalidCommentText.class);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(CommentText.of("😀".repeat(5_000))).hasSize(10_000);
        assertThatThrownBy(() -> CommentText.of("a".repeat(5_001))).isInstanceOf(InvalidCommentText.class);
    }
}
