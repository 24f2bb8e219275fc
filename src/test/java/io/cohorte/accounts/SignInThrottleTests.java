package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CohorteTest
class SignInThrottleTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String WRONG = "no es esta clave";

    @Autowired
    SignInThrottle throttle;

    @Autowired
    TryLimits limits;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private String address;
    private String source;

    @BeforeEach
    void meetNoOtherTest() {
        int number = NUMBER.incrementAndGet();
        address = "tried" + number + "@cohorte.example";
        source = "198.51.100." + number;
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void letsASourceTryAnAddressFiveTimesAndThenOnceInFiveMinutes() {
        times(5, it -> throttle.begin(address, source));

        assertThat(waitAt(address, source)).isBetween(Duration.ofSeconds(295), Duration.ofMinutes(5));
        pass(Duration.ofMinutes(4));
        assertThat(waitAt(address, source)).isLessThanOrEqualTo(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));
        throttle.begin(address, source);
        assertThat(waitAt(address, source)).isPositive();
    }

    @Test
    void countsOneAddressHoweverItIsTyped() {
        times(5, it -> throttle.begin("  " + address.toUpperCase() + " ", source));

        assertThat(waitAt(address, source)).isPositive();
    }

    @Test
    void lengthensNoWaitByTryingDuringIt() {
        times(5, it -> throttle.begin(address, source));
        times(50, it -> waitAt(address, source));

        pass(Duration.ofMinutes(5));

        throttle.begin(address, source);
    }

    @Test
    void letsOthersInWhileASourceIsRefused() {
        times(5, it -> throttle.begin(address, source));
        times(50, it -> waitAt(address, source));

        throttle.begin(address, "203.0.113.1");
        throttle.begin("someone." + address, source);
    }

    @Test
    void forgetsTheTriesOfASourceOnceThePasswordWasRight() {
        times(4, it -> throttle.begin(address, source));
        throttle.begin(address, source);
        throttle.succeed(address, source);

        times(5, it -> throttle.begin(address, source));
        assertThat(waitAt(address, source)).isPositive();
    }

    @Test
    void givesTheTriesAtAnAddressBackToWhoeverHasShownThatItIsTheirs() {
        times(5, it -> throttle.begin(address, source));
        throttle.forgive(new EmailAddress(address), source);

        times(5, it -> throttle.begin(address, source));
        assertThat(waitAt(address, source)).isPositive();
    }

    @Test
    void letsASourceTryAHundredAddressesAndThenOneInHalfAMinute() {
        times(100, it -> throttle.begin(it + "." + address, source));

        assertThat(waitAt("other." + address, source)).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
        pass(Duration.ofSeconds(30));
        throttle.begin("other." + address, source);
    }

    @Test
    void countsNothingAgainstASourceWhosePeopleKnowTheirPasswords() {
        times(300, it -> {
            throttle.begin(it + "." + address, source);
            throttle.succeed(it + "." + address, source);
        });
    }

    @Test
    void takesANetworkOfIpv6ForOneSource() {
        String network = "2001:db8:0:" + NUMBER.get() + "::";
        times(5, it -> throttle.begin(address, network + it));

        assertThat(waitAt(address, network + "ffff")).isPositive();
    }

    @Test
    void letsAPersonInAfterAMinuteHoweverManySourcesTryTheirAddress() {
        attack(0);
        assertThat(waitAt(address, source)).isBetween(Duration.ofSeconds(55), Duration.ofMinutes(1));
        for (int second = 10; second < 60; second += 10) {
            pass(Duration.ofSeconds(10));
            attack(second);
        }
        assertThat(waitAt(address, source)).isLessThanOrEqualTo(Duration.ofSeconds(11));
        pass(Duration.ofSeconds(10));
        attack(60);

        throttle.begin(address, source);

        assertThat(waitAt(address, source)).as("one try a turn").isPositive();
    }

    /** From thirty sources, none of which waits for its turn. */
    private void attack(int round) {
        times(30, it -> {
            try {
                throttle.begin(address, "203.0." + round + "." + it);
            } catch (TooManyAttempts refused) {
                assertThat(refused.seconds()).isLessThanOrEqualTo(60);
            }
        });
    }

    @Test
    void letsNoMoreThroughOfThoseWhoTryAtOnce() throws Exception {
        List<Boolean> passed = atOnce(16, () -> {
            try {
                throttle.begin(address, source);
                return true;
            } catch (TooManyAttempts refused) {
                return false;
            }
        });

        assertThat(passed).filteredOn(it -> it).hasSize(5);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> action) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> results = pool.invokeAll(IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(it -> action)
                    .toList());
            return results.stream().map(SignInThrottleTests::get).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T get(Future<T> result) {
        try {
            return result.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void keepsNeitherAddressesNorSources() {
        throttle.begin(address, source);

        assertThat(jdbc.sql(
                                "SELECT count(*) FROM sign_in_limits "
                                        + "WHERE position(convert_to(:address, 'UTF8') IN key_hash) > 0 OR length(key_hash) <> 32")
                        .param("address", address)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesByTheDatabaseWhatIsNoHash() {
        assertThatThrownBy(() -> jdbc.sql("INSERT INTO sign_in_limits VALUES ('plain', now())")
                        .update())
                .hasMessageContaining("key_hash_check");
    }

    @Test
    void clearsAwayWhatHasLostItsMeaning() {
        throttle.begin(address, source);
        limits.deleteForgotten();
        assertThat(rows()).isPositive();

        pass(Duration.ofDays(1));
        limits.deleteForgotten();

        assertThat(rows()).isZero();
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM sign_in_limits").query(Long.class).single();
    }

    @Test
    void asksToWaitWithoutLookingAtThePassword() {
        Person person = world.person();
        times(5, it -> assertThat(signIn(person.email(), WRONG)).redirectedUrl().isEqualTo("/login?error"));

        assertThat(signIn(person.email(), World.PASSWORD)).redirectedUrl().startsWith("/login?wait=");
        pass(Duration.ofMinutes(5));
        assertThat(signIn(person.email(), World.PASSWORD)).redirectedUrl().isEqualTo("/");
    }

    @Test
    void asksToWaitWhetherOrNotThereIsSuchAnAddress() {
        times(5, it -> assertThat(signIn(address, WRONG)).redirectedUrl().isEqualTo("/login?error"));

        assertThat(signIn(address, WRONG)).redirectedUrl().startsWith("/login?wait=");
    }

    @Test
    void saysHowLongToWait() {
        assertThat(mvc.get().uri("/login?wait=42")).bodyText().contains("Espera 42 segundos");
        assertThat(mvc.get().uri("/login?wait=300")).bodyText().contains("Espera 5 minutos");
        assertThat(mvc.get().uri("/login?wait=241")).bodyText().contains("Espera 5 minutos");
        for (String crafted : List.of("0", "-1", "99999", "x", "1e3", "")) {
            assertThat(mvc.get().uri("/login").param("wait", crafted))
                    .as(crafted)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Espera");
        }
    }

    @Test
    void takesAsLongForAnAddressThatIsUnknownAsForOneThatIsKnown() {
        Person person = world.person();
        signIn("warm-up@cohorte.example", WRONG);

        long known = medianMillis(person.email());
        long unknown = medianMillis("unknown." + address);

        assertThat(unknown).isBetween(known / 3, known * 3);
        assertThat(known).as("a password is hashed").isGreaterThan(20);
    }

    private long medianMillis(String email) {
        long[] millis = IntStream.range(0, 5)
                .mapToLong(it -> {
                    long begun = System.nanoTime();
                    assertThat(signIn(email, WRONG)).redirectedUrl().isEqualTo("/login?error");
                    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
                })
                .sorted()
                .toArray();
        return Arrays.stream(millis).skip(2).findFirst().orElseThrow();
    }

    private MvcTestResult signIn(String email, String password) {
        return mvc.post()
                .uri("/login")
                .param("email", email)
                .param("password", password)
                .remoteAddress(source)
                .with(csrf())
                .exchange();
    }

    private Duration waitAt(String typed, String remote) {
        Duration[] wait = new Duration[1];
        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> throttle.begin(typed, remote))
                .satisfies(it -> wait[0] = Duration.ofSeconds(it.seconds()));
        return wait[0];
    }

    private void pass(Duration time) {
        clock.moveTo(clock.instant().plus(time));
    }

    private static void times(int times, IntConsumer action) {
        IntStream.range(0, times).forEach(action);
    }
}
