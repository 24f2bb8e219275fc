package io.cohorte.areas;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.accounts.AddressChanged;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestArea;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class PeopleSearchTests {

    @Autowired
    World world;

    @Autowired
    Areas areas;

    @Autowired
    PeopleSearch search;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsNamesAsTheyAreSortedAndSearched() {
        TestArea area = world.area();
        Person person = world.person();

        areas.nameAll(area.id(), List.of(new NamedPerson(person.id(), "Íñigo  ZÚÑIGA")));

        assertThat(textOf(person.id())).isEqualTo("inigo zuniga " + person.email());
    }

    @Test
    void findsPeopleByTheirNewAddressInEveryAreaOnceItIsWritten() {
        Person person = world.person();
        for (TestArea area : List.of(world.area(), world.area())) {
            areas.nameAll(area.id(), List.of(new NamedPerson(person.id(), "Íñigo")));
        }
        jdbc.sql("UPDATE accounts SET email = 'nueva.' || email WHERE account_id = :account")
                .param("account", person.id().value())
                .update();

        search.on(new AddressChanged(person.actor(), person.id()));

        assertThat(textOf(person.id())).isEqualTo("inigo nueva." + person.email());
    }

    /** The same in every area that knows the account. */
    private String textOf(AccountId account) {
        return jdbc.sql("SELECT DISTINCT sort_text FROM people WHERE account_id = :account")
                .param("account", account.value())
                .query(String.class)
                .single();
    }
}
