package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageTests {

    private final Page page =
            new Page(new ProductId(Ids.next()), PageId.next(), ModuleId.next(), "Luz", 0, Instant.EPOCH);

    @Test
    void isBornEmptyAndUnpublished() {
        assertThat(page.isPublished()).isFalse();
        assertThat(page.text()).isEmpty();
        assertThat(page.password()).isEmpty();
    }

    @Test
    void takesATextUpToItsBound() {
        String longest = "ñ".repeat(Page.LONGEST_TEXT);

        assertThatCode(() -> page.write("Luz", longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> page.write("Luz", longest + "n")).isInstanceOf(TextTooLong.class);
    }

    @Test
    void countsACharacterBeyondTheBasicPlaneOnce() {
        assertThatCode(() -> page.write("📷".repeat(Page.LONGEST_TITLE), "📷".repeat(Page.LONGEST_TEXT)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> page.write("📷".repeat(Page.LONGEST_TITLE + 1), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isLockedAgainByEachPassword() {
        page.protectWith("hash");
        var first = page.password();
        page.protectWith("hash");

        assertThat(first).isPresent();
        assertThat(page.password()).isPresent().isNotEqualTo(first);
        page.unprotect();
        assertThat(page.password()).isEmpty();
        assertThat(page.passwordHash()).isEmpty();
    }
}
