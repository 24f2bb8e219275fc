package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.Wire;
import io.cohorte.support.Wire.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
@ExtendWith(OutputCaptureExtension.class)
class RequestIdTests {

    private static final String TOKEN = "s3cr3t-t0ken-of-somebody";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isNewForEachRequestWhateverTheClientSends() {
        String first = id(Wire.to(port).with("X-Request-Id", "mine").get("/login"));
        String second = id(Wire.to(port).with("X-Request-Id", "mine").get("/login"));

        assertThat(first).matches("[0-9a-f]{16}").isNotEqualTo(second);
        assertThat(second).matches("[0-9a-f]{16}");
    }

    @Test
    void leadsFromTheErrorPageToTheLogWhereNoTokenStands(CapturedOutput output) {
        Answer answer = failing("/activate/" + TOKEN);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains(id(answer)).doesNotContain("Exception", "account_links");
        assertThat(output.getAll().lines().filter(it -> it.contains(" ERROR ")))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("[" + id(answer) + "]"));
        assertThat(output.getAll()).doesNotContain(TOKEN);
    }

    @Test
    void isOnTheErrorPageOfWhatIsNotThere() {
        Answer answer = Wire.to(port).get("/nothing/here");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains(id(answer));
    }

    /** Whatever is wrong with a request: a link in it stays out of the log. */
    @Test
    void writesNoTokenOfARequestItCannotServe(CapturedOutput output) {
        List<String> paths = List.of(
                "/activate/" + TOKEN + "/",
                "/activate/" + TOKEN + "/more",
                "/activate//" + TOKEN,
                "/activate/" + TOKEN + ";x=1",
                "/activate/" + TOKEN + "%00",
                "/activate/" + TOKEN + "%2F..",
                "/activate/" + TOKEN + "|<>",
                "/activate/" + TOKEN + "?x=%zz",
                "/password/" + TOKEN);
        for (String path : paths) {
            assertThat(Wire.to(port).get(path).status()).as(path).isBetween(300, 499);
            assertThat(Wire.to(port).post(path, "password=" + TOKEN).status())
                    .as(path)
                    .isBetween(300, 499);
        }
        assertThat(output.getAll()).doesNotContain(TOKEN);
    }

    @Test
    void writesNoAddressOfARowThatTheDatabaseRefuses(CapturedOutput output) {
        String insert = "INSERT INTO accounts (account_id, email, created_at, version) "
                + "VALUES (gen_random_uuid(), 'twice@alumnos.example', now(), 0)";
        try {
            jdbc.sql(insert).update();
            jdbc.sql(insert).update();
        } catch (RuntimeException refused) {
            assertThat(refused.getMessage()).contains("duplicate key");
            assertThat(refused.getCause().toString()).doesNotContain("twice@");
            return;
        }
        throw new AssertionError("the second is refused");
    }

    /** Something no test plans for: a table that is not there. */
    private Answer failing(String path) {
        jdbc.sql("ALTER TABLE account_links RENAME TO account_links_away").update();
        try {
            return Wire.to(port).get(path);
        } finally {
            jdbc.sql("ALTER TABLE account_links_away RENAME TO account_links").update();
        }
    }

    private static String id(Answer answer) {
        return answer.header("X-Request-Id").orElseThrow();
    }
}
