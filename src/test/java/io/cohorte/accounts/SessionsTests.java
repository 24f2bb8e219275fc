package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.accounts.SessionQueries.SessionView;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Sha256;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@CohorteTest
class SessionsTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionQueries queries;

    @Autowired
    JdbcClient jdbc;

    private Person person;

    @BeforeEach
    void build() {
        person = world.person();
    }

    @Test
    void listsWhereSomebodyIsSignedInThePresentOneFirst() {
        Visit here = Visit.of(person, mvc);
        Visit there = new Visit(mvc, "curl/8.5.0");
        there.post("/login", "email", person.email(), "password", World.PASSWORD);
        Visit.of(world.person(), mvc);

        List<SessionView> list = queries.list(person.id(), idOf(here));

        assertThat(list).hasSize(2);
        assertThat(list.get(0).present()).isTrue();
        assertThat(list.get(0).device()).isEqualTo(new Device("Firefox", "Linux"));
        assertThat(list.get(1).present()).isFalse();
        assertThat(list.get(1).device()).isEqualTo(new Device("curl/8.5.0", null));
        assertThat(list).allSatisfy(it -> assertThat(it.lastUsedAt()).isAfterOrEqualTo(it.begunAt()));
        assertThat(here.get("/account/sessions")).bodyText().contains("Firefox en Linux", "curl/8.5.0");
    }

    @Test
    void tellsTheDeviceOfEachOfManySessions() {
        List<Visit> visits =
                Stream.generate(() -> new Visit(mvc, "curl/8.5.0")).limit(25).toList();
        // What they leave in their sessions lies mixed.
        visits.forEach(it -> it.get("/login"));
        visits.forEach(it -> it.post("/login", "email", person.email(), "password", World.PASSWORD));

        assertThat(queries.list(person.id(), "none"))
                .hasSize(25)
                .extracting(SessionView::device)
                .containsOnly(new Device("curl/8.5.0", null));
    }

    @Test
    void showsNobodyTheIdOfASession() {
        Visit here = Visit.of(person, mvc);
        Visit there = Visit.of(person, mvc);

        assertThat(here.get("/account/sessions"))
                .bodyText()
                .doesNotContain(idOf(here), here.cookieValue(), idOf(there), there.cookieValue());
    }

    @Test
    void endsOneSessionAndAllButThePresentOne() {
        Visit here = Visit.of(person, mvc);
        Visit second = Visit.of(person, mvc);
        Visit third = Visit.of(person, mvc);
        Visit ofAnother = Visit.of(world.person(), mvc);

        assertThat(here.post("/account/sessions/" + keyOf(second) + "/end"))
                .redirectedUrl()
                .isEqualTo("/account/sessions");
        assertThat(second.isSignedIn()).isFalse();
        assertThat(third.isSignedIn()).isTrue();

        here.post("/account/sessions/end-others");
        assertThat(third.isSignedIn()).isFalse();
        assertThat(here.isSignedIn()).isTrue();
        assertThat(ofAnother.isSignedIn()).isTrue();
    }

    @Test
    void endsNoSessionOfAnother() {
        Visit ofAnother = Visit.of(world.person(), mvc);

        assertThat(Visit.of(person, mvc).post("/account/sessions/" + keyOf(ofAnother) + "/end"))
                .hasStatus(404);
        assertThatThrownBy(() -> sessions.end(person.id(), keyOf(ofAnother))).isInstanceOf(NotFound.class);
        assertThat(ofAnother.isSignedIn()).isTrue();
    }

    @Test
    void dropsWhateverARequestLeavesInASessionThatWasEndedMeanwhile(
            @Autowired FindByIndexNameSessionRepository<? extends Session> repository) {
        Visit visit = Visit.of(person, mvc);

        leaveInEnded(repository, idOf(visit));

        assertThat(visit.isSignedIn()).isFalse();
    }

    private <S extends Session> void leaveInEnded(SessionRepository<S> repository, String id) {
        S underWay = repository.findById(id);
        sessions.endAll(person.id());
        underWay.setAttribute("new", "one");
        underWay.setAttribute("other", "one");
        underWay.setAttribute(Device.ATTRIBUTE, "another");
        underWay.removeAttribute("SPRING_SECURITY_LAST_EXCEPTION");
        repository.save(underWay);
    }

    @Test
    void keepsWhatTwoRequestsLeaveInASessionAtOnce(
            @Autowired FindByIndexNameSessionRepository<? extends Session> repository) {
        Visit visit = Visit.of(person, mvc);

        leaveAtOnce(repository, idOf(visit));

        assertThat(repository.findById(idOf(visit)).<String>getAttribute("new")).isEqualTo("second");
    }

    private static <S extends Session> void leaveAtOnce(SessionRepository<S> repository, String id) {
        S first = repository.findById(id);
        S second = repository.findById(id);
        first.setAttribute("new", "first");
        second.setAttribute("new", "second");
        repository.save(first);
        repository.save(second);
    }

    /** The answer leaves a word for the next page in a session that is gone by then. */
    @Test
    void keepsASessionEndedThatWasEndedDuringARequestOfIt() {
        Visit visit = Visit.of(person, mvc);
        String key = keyOf(visit);

        assertThat(visit.post("/account/sessions/" + key + "/end")).hasStatus3xxRedirection();

        assertThat(jdbc.sql("SELECT count(*) FROM spring_session WHERE principal_name = :account")
                        .param("account", person.id().toString())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(visit.isSignedIn()).isFalse();
    }

    @Test
    void lastsTwelveHoursAndAsLongAsTheBrowserUnlessAskedToStay() {
        Visit visit = Visit.of(person, mvc);

        assertThat(idleOf(visit)).isEqualTo(Duration.ofHours(12));
        assertThat(visit.setCookie()).contains("HttpOnly", "SameSite=Lax").doesNotContain("Max-Age", "Secure");
    }

    @Test
    void lastsThirtyDaysAndBeyondTheBrowserWhereAskedToStay() {
        Visit visit = new Visit(mvc, "x");
        visit.post("/login", "email", person.email(), "password", World.PASSWORD, "remember", "true");

        assertThat(idleOf(visit)).isEqualTo(Duration.ofDays(30));
        assertThat(visit.setCookie()).contains("HttpOnly", "SameSite=Lax").containsPattern("Max-Age=[1-9]\\d{6,}");
    }

    @Test
    void keepsNothingOfWhatSomebodyTypedInVain() {
        Visit visit = new Visit(mvc, "x");
        visit.get("/login");
        visit.post("/login", "email", person.email(), "password", "typed in vain 4711");

        assertThat(jdbc.sql("SELECT count(*) FROM spring_session_attributes "
                                + "WHERE position(convert_to('typed in vain 4711', 'UTF8') IN attribute_bytes) > 0")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Duration idleOf(Visit visit) {
        return Duration.ofSeconds(jdbc.sql("SELECT max_inactive_interval FROM spring_session WHERE session_id = :id")
                .param("id", idOf(visit))
                .query(Long.class)
                .single());
    }

    private String keyOf(Visit visit) {
        return HexFormat.of().formatHex(Sha256.of(idOf(visit)));
    }

    private static String idOf(Visit visit) {
        return new String(Base64.getDecoder().decode(visit.cookieValue()), StandardCharsets.UTF_8);
    }
}
