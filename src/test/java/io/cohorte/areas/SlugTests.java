package io.cohorte.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "aves", "aves-2", "2026", " Aves-del-Sur "})
    void readsWhatSomebodyTyped(String typed) {
        assertThat(Slug.of(typed).value()).isEqualTo(typed.strip().toLowerCase());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "new", "New", "-a", "a-", "a--b", "a b", "a/b", "..", "ñ", "a_b", "a.b", "a%2fb", "a\nb"})
    void refusesWhatCannotStandInAnAddress(String typed) {
        assertThatThrownBy(() -> Slug.of(typed)).isInstanceOf(InvalidSlug.class);
    }

    @Test
    void hasSixtyCharactersAtMost() {
        assertThat(Slug.of("a".repeat(60)).value()).hasSize(60);
        assertThatThrownBy(() -> Slug.of("a".repeat(61))).isInstanceOf(InvalidSlug.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Academia de Ñandúes & Cía.,academia-de-nandues-cia",
        "  ¡Hola!  ,hola",
        "Ação — Módulo 2,acao-modulo-2",
        "A ß B,a-b"
    })
    void comesOfANameWhereNoneIsTyped(String name, String slug) {
        assertThat(Slug.of(" ", name).value()).isEqualTo(slug);
        assertThat(Slug.of(null, name).value()).isEqualTo(slug);
        assertThat(Slug.of("otra", name).value()).isEqualTo("otra");
    }

    @Test
    void comesOfALongNameWithoutAHyphenAtItsEnd() {
        assertThat(Slug.of("", "a".repeat(59) + " " + "b".repeat(59)).value()).isEqualTo("a".repeat(59));
        assertThat(Slug.of("", "a".repeat(90)).value()).hasSize(60);
    }

    @Test
    void isAskedForWhereTheNameMakesNone() {
        assertThatThrownBy(() -> Slug.of("", "学校")).isInstanceOf(InvalidSlug.class);
        assertThatThrownBy(() -> Slug.of("", "New")).isInstanceOf(InvalidSlug.class);
    }
}
