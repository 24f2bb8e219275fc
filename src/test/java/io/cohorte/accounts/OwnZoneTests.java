package io.cohorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody chooses the zone they read times in. */
@CohorteTest
class OwnZoneTests {

    @Autowired
    World world;

    @Autowired
    AccountQueries queries;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private Person person;

    @BeforeEach
    void build() {
        person = world.person();
    }

    @Test
    void isThatOfEachProductUntilOneIsChosen() {
        assertThat(zone()).isNull();
        assertThat(page()).bodyText().containsPattern("<option value=\"\" selected=\"selected\">");
    }

    @Test
    void isKeptAndCanBeTakenBack() {
        assertThat(choose("Pacific/Auckland")).redirectedUrl().isEqualTo("/account/language");
        assertThat(zone()).isEqualTo("Pacific/Auckland");
        assertThat(page()).bodyText().contains("<option value=\"Pacific/Auckland\" selected=\"selected\">");

        choose("");
        assertThat(zone()).isNull();
    }

    @Test
    void isToldToTheAuditWhereItChanged() {
        choose("Pacific/Auckland");
        choose("Pacific/Auckland");

        assertThat(jdbc.sql("SELECT count(*) FROM audit_entries WHERE subject_id = :id AND kind = 'ZoneChosen'")
                        .param("id", person.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isNoneThatIsNotOnTheList() {
        for (String crafted : new String[] {"Mars/Olympus", "GMT+3", "EST", "../etc/passwd"}) {
            assertThat(choose(crafted)).as(crafted).hasStatus(404);
        }
        assertThat(zone()).isNull();
    }

    @Test
    void countsAsNoneWhereItIsKnownNoMore() {
        jdbc.sql("UPDATE accounts SET zone = 'America/Atlantis' WHERE account_id = :id")
                .param("id", person.id().value())
                .update();

        assertThat(page()).hasStatusOk().bodyText().containsPattern("<option value=\"\" selected=\"selected\">");
    }

    private String zone() {
        return queries.find(person.id()).orElseThrow().zone();
    }

    private MvcTestResult page() {
        return mvc.get()
                .uri("/account/language")
                .with(user(person.id().toString()))
                .exchange();
    }

    private MvcTestResult choose(String zone) {
        return mvc.post()
                .uri("/account/zone")
                .param("zone", zone)
                .with(user(person.id().toString()))
                .with(csrf())
                .exchange();
    }
}
