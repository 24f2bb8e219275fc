package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.cohorte.accounts.AccountQueries.SignInView;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is kept of sign-ins: when, and with what; for two years. */
@CohorteTest
class SignInHistoryTests {

    private static final Device FIREFOX = new Device("Firefox", "Linux");

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountQueries accounts;

    @Autowired
    LastSignIns signIns;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void keepsWhenSomebodySignedInAndWithWhat() {
        Person person = world.person();
        Instant before = clock.instant();

        signIn(person, World.PASSWORD);
        signIn(person, "another password 1");

        assertThat(history(person.id())).singleElement().satisfies(it -> {
            assertThat(it.device()).isEqualTo(FIREFOX);
            assertThat(it.at()).isBetween(before, clock.instant());
            assertThat(accounts.find(person.id()).orElseThrow().lastSignedInAt())
                    .isEqualTo(it.at());
        });
    }

    @Test
    void tellsTheLastOnesFirstAndNoMoreThanAskedFor() {
        AccountId person = world.person().id();
        Instant start = clock.instant();
        for (int i = 0; i < 4; i++) {
            clock.moveTo(start.plus(Duration.ofDays(i)));
            signIns.note(person, new Device("Programa " + i, null));
        }

        assertThat(accounts.signIns(person, start.plus(Duration.ofHours(1)), 2))
                .extracting(it -> it.device().browser())
                .containsExactly("Programa 3", "Programa 2");
        assertThat(accounts.signIns(person, start.plus(Duration.ofHours(1)), 9)).hasSize(3);
    }

    @Test
    void forgetsASignInAfterTwoYears() {
        AccountId person = world.person().id();
        Instant start = clock.instant();
        signIns.note(person, FIREFOX);

        clock.moveTo(start.plus(Duration.ofDays(729)));
        signIns.deleteOld();
        assertThat(history(person)).hasSize(1);

        clock.moveTo(start.plus(Duration.ofDays(732)));
        signIns.deleteOld();
        assertThat(history(person)).isEmpty();
    }

    @Test
    void refusesNamesThatNoBrowserHas() {
        for (String column : List.of("browser", "system")) {
            for (String name : List.of("''", "repeat('x', 61)")) {
                assertThatThrownBy(() -> jdbc.sql("INSERT INTO sign_ins (account_id, signed_in_at, " + column
                                        + ") VALUES (gen_random_uuid(), now(), " + name + ")")
                                .update())
                        .hasMessageContaining("sign_ins_" + column + "_check");
            }
        }
    }

    private List<SignInView> history(AccountId person) {
        return accounts.signIns(person, Instant.EPOCH, 10);
    }

    private void signIn(Person person, String password) {
        assertThat(mvc.post()
                        .uri("/login")
                        .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                        .param("email", person.email())
                        .param("password", password)
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }
}
