package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.shared.Sha256;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestArea;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the vendor is answered, and what is kept of what it sends: over HTTP, with processing paused. */
@CohorteTest
class IntakeTests {

    private static final String EVENT =
            "{\"id\":\"e-1\",\"event\":\"PURCHASE_APPROVED\",\"data\":{\"product\":{\"id\":0}}}";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private TestArea area;
    private String key;

    @BeforeEach
    void make() {
        area = world.area();
        key = UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("INSERT INTO hooks (area_id, hook_key, hotmart_token, paused_at, created_at, version) "
                        + "VALUES (?, ?, ?, now(), now(), 0)")
                .params(area.id().value(), key, Sha256.of("plain-token"))
                .update();
    }

    @Test
    void keepsAnEventOnceAndCountsHowOftenItCame() {
        assertThat(post(EVENT).statusCode()).isEqualTo(200);
        assertThat(post(EVENT).statusCode()).isEqualTo(200);

        assertThat(rows()).singleElement().satisfies(it -> {
            assertThat(it.get("state")).isEqualTo("WAITING");
            assertThat(it.get("event_id")).isEqualTo("e-1");
            assertThat(it.get("arrivals")).isEqualTo(2);
            assertThat(text(it)).isEqualTo(EVENT);
        });
    }

    @Test
    void refusesWhoeverDoesNotShowTheSecretAndKeepsNothing() {
        assertThat(post(EVENT, Map.of()).statusCode()).isEqualTo(401);
        assertThat(post(EVENT, Map.of("X-HOTMART-HOTTOK", "plain-tokem")).statusCode())
                .isEqualTo(401);
        assertThat(post(EVENT, Map.of("X-HOTMART-HOTTOK", "")).statusCode()).isEqualTo(401);
        assertThat(post(EVENT.replace("{\"id\"", "{\"hottok\":\"plain-token\",\"id\""), Map.of())
                        .statusCode())
                .as("in the body alone")
                .isEqualTo(401);
        assertThat(rows()).isEmpty();
    }

    @Test
    void refusesTwoDifferentSecretsAndTakesTheHeaderInWhateverCase() throws Exception {
        HttpRequest.Builder two = request(EVENT.getBytes(StandardCharsets.UTF_8))
                .header("X-HOTMART-HOTTOK", "plain-token")
                .header("X-HOTMART-HOTTOK", "another");
        assertThat(send(two).statusCode()).isEqualTo(401);
        assertThat(post(EVENT, Map.of("x-hotmart-hottok", "plain-token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesEverybodyWhileNoSecretIsSet() {
        jdbc.sql("UPDATE hooks SET hotmart_token = NULL WHERE area_id = ?")
                .param(area.id().value())
                .update();
        assertThat(post(EVENT).statusCode()).isEqualTo(401);
        jdbc.sql("UPDATE hooks SET hotmart_token = ? WHERE area_id = ?")
                .params(Sha256.of("plain-token"), area.id().value())
                .update();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> post(EVENT).statusCode() == 200);
        jdbc.sql("DELETE FROM inbox_entries WHERE area_id = ?")
                .param(area.id().value())
                .update();
        assertThat(rows()).isEmpty();
    }

    @Test
    void answersThatThereIsNoSuchAddress() {
        key = "0".repeat(32);
        assertThat(post(EVENT).statusCode()).isEqualTo(404);
    }

    @Test
    void blanksTheSecretOutOfWhatItKeeps() {
        String spaced = "{ \"hottok\" : \"an-older-secret\" , \"id\":\"e-2\",\"event\":\"X\",\"data\":"
                + "{\"note\":\"ñ plain-token\",\"hottok\":12}}";
        assertThat(post(spaced).statusCode()).isEqualTo(200);

        assertThat(text(rows().get(0)))
                .isEqualTo("{ \"hottok\" : \"***************\" , \"id\":\"e-2\",\"event\":\"X\",\"data\":"
                        + "{\"note\":\"ñ ***********\",\"hottok\":**}}");
    }

    @Test
    void blanksTheSecretOutOfWhatItCannotRead() {
        assertThat(post("hottok=plain-token&email=a%40b.example").statusCode()).isEqualTo(400);

        assertThat(rows()).singleElement().satisfies(it -> {
            assertThat(it.get("state")).isEqualTo("BROKEN");
            assertThat(text(it)).isEqualTo("hottok=***********&email=a%40b.example");
        });
    }

    @Test
    void keepsAndShowsWhatIsBroken() {
        List<String> broken = List.of(
                "",
                "{",
                "[]",
                "null",
                EVENT + "x",
                EVENT.substring(0, EVENT.length() - 1),
                "{\"event\":\"PURCHASE_APPROVED\"}",
                "{\"id\":\"\",\"event\":\"X\"}",
                "{\"id\":\"" + "9".repeat(201) + "\",\"event\":\"X\"}",
                "{\"id\":\"e\\u0000\",\"event\":\"X\"}",
                "{\"id\":\"e-3\",\"event\":\"X\",}");
        broken.forEach(it -> assertThat(post(it).statusCode()).as(it).isEqualTo(400));

        assertThat(rows()).hasSize(broken.size()).allSatisfy(it -> assertThat(it.get("state"))
                .isEqualTo("BROKEN"));
    }

    @Test
    void refusesWhatIsTooLargeAndKeepsNothingOfIt() throws Exception {
        byte[] large = new byte[5 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        assertThat(send(request(large).header("X-HOTMART-HOTTOK", "plain-token"))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hooks/hotmart/" + key))
                                .header("X-HOTMART-HOTTOK", "plain-token")
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))
                        .statusCode())
                .as("of a length that isn't told")
                .isEqualTo(413);
        assertThat(send(request(packed(large))
                                .header("X-HOTMART-HOTTOK", "plain-token")
                                .header("Content-Encoding", "gzip"))
                        .statusCode())
                .as("once it is unpacked")
                .isEqualTo(413);
        assertThat(rows()).isEmpty();
    }

    @Test
    void takesWhatIsExactlyAsLargeAsItMayBe() {
        assertThat(post(EVENT + " ".repeat(1024 * 1024 - EVENT.length())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void readsWhatIsPackedAndCaresForNoContentType() throws Exception {
        assertThat(send(request(packed(EVENT.getBytes(StandardCharsets.UTF_8)))
                                .header("X-HOTMART-HOTTOK", "plain-token")
                                .header("Content-Encoding", "gzip")
                                .header("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(text(rows().get(0))).isEqualTo(EVENT);

        assertThat(post(
                                EVENT.replace("e-1", "e-4"),
                                Map.of("X-HOTMART-HOTTOK", "plain-token", "Content-Encoding", "gzip"))
                        .statusCode())
                .as("said to be packed, and isn't")
                .isEqualTo(200);
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private HttpResponse<Void> post(String body) {
        return post(body, Map.of("X-HOTMART-HOTTOK", "plain-token", "Content-Type", "application/json"));
    }

    private HttpResponse<Void> post(String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(body.getBytes(StandardCharsets.UTF_8));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hooks/hotmart/" + key))
                .POST(BodyPublishers.ofByteArray(body));
    }

    private static HttpResponse<Void> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("SELECT * FROM inbox_entries WHERE area_id = ? ORDER BY entry_id")
                .param(area.id().value())
                .query()
                .listOfRows();
    }

    private static String text(Map<String, Object> row) {
        return new String((byte[]) row.get("body"), StandardCharsets.UTF_8);
    }
}
