package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BodyTextTests {

    private final JsonMapper json = new JsonMapper();

    @Test
    void setsEachMemberOnALineOfItsOwn() {
        assertThat(shown("{\"id\" :1,\n\"data\":{\"buyer\":{\"email\":\"a@b.example\"},\"none\":[ ],\"two\":[1,2]}}"))
                .isEqualTo("""
                        {
                          "id": 1,
                          "data": {
                            "buyer": {
                              "email": "a@b.example"
                            },
                            "none": [],
                            "two": [
                              1,
                              2
                            ]
                          }
                        }""");
    }

    @Test
    void changesNothingWithinTexts() {
        assertThat(shown("{\"a\":\"x, {y}: [\\\"z\\\"] \\\\\",\"b\":\"  \"}")).isEqualTo("""
                        {
                          "a": "x, {y}: [\\"z\\"] \\\\",
                          "b": "  "
                        }""");
    }

    @Test
    void keepsNumbersAndRepeatedNamesAsTheyCame() {
        assertThat(shown("{\"v\":1.50,\"v\":1e400,\"n\":123456789012345678901234567890}"))
                .contains("\"v\": 1.50", "\"v\": 1e400", "123456789012345678901234567890");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\": 1 2}", "{\"a\":", "a=1&b=2", "<xml/>", "{} {}", "]}"})
    void leavesWhatIsNoJsonAsItCame(String body) {
        assertThat(shown(body)).isEqualTo(body);
    }

    @Test
    void leavesWhatNestsWithoutEndAsItCame() {
        String deep = "[".repeat(300) + "]".repeat(300);
        String endless = "[".repeat(500_000);

        assertThat(shown(deep)).isEqualTo(deep);
        assertThat(shown(endless)).isEqualTo(endless);
    }

    @Test
    void showsBytesThatAreNoText() {
        assertThat(BodyText.of(new byte[] {(byte) 0x1f, (byte) 0x8b, 8, 0}, json))
                .startsWith("\u001f\uFFFD");
    }

    private String shown(String body) {
        return BodyText.of(body.getBytes(StandardCharsets.UTF_8), json);
    }
}
