package io.cohorte.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTests {

    @ParameterizedTest
    @CsvSource({
        "es, ES",
        "es-419, ES",
        "es-MX, ES",
        "en, EN",
        "EN, EN",
        "en-GB, EN",
        "pt, PT",
        "pt-BR, PT",
        "pt-PT, PT",
        "pt-Latn-BR, PT"
    })
    void isFoundByATagWhateverTheRegion(String tag, Language language) {
        assertThat(Language.of(tag)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "fr", "ca", "gl", "spanish", "e", "und", "x-es"})
    void isEmptyForWhatTheProgramDoesNotSpeak(String tag) {
        assertThat(Language.of(tag)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isStoredByATagThatLeadsBackToIt(Language language) {
        assertThat(language.tag()).hasSize(2);
        assertThat(Language.of(language.tag())).contains(language);
        assertThat(language.locale()).isEqualTo(new Locale(language.tag()));
    }

    @Test
    void isSpanishFirst() {
        assertThat(Language.values()[0]).isEqualTo(Language.ES);
    }
}
