package io.cohorte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.ProductId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportKeyTests {

    private final ProductId product = ProductId.next();
    private final ImportId id = ImportId.next();
    private final ImportKey key = ImportKey.of(product, id);

    @Test
    void isReadBackAsItWasWritten() {
        assertThat(ImportKey.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void namesItsProductAndItsImport() {
        assertThat(ImportKey.parse(key.toString()).product()).isEqualTo(product);
        assertThat(ImportKey.parse(key.toString()).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "x", "x/y"})
    void isNotReadFromAnythingElse(String text) {
        assertThatThrownBy(() -> ImportKey.parse(text)).isInstanceOf(RuntimeException.class);
    }
}
