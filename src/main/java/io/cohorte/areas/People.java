package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.StaleEdit;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for commands on how the areas name somebody, who says so themselves (product.md D18). */
@CommandService
public class People {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    People(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Another name in one area.
     *
     * @param opened the name the edit began with
     * @param name 1 to 200 characters
     */
    public record Renaming(AreaId area, String opened, String name) {}

    /**
     * Gives somebody the names they chose, all or none; nothing happens where it is the name they have.
     *
     * @throws NotFound if one of the areas knows nobody by this account
     * @throws StaleEdit if one of the names is another by now
     */
    public void rename(AccountId person, Collection<Renaming> renamings, Actor actor) {
        hold(person);
        renamings.stream()
                .sorted(Comparator.comparing(it -> it.area().toString()))
                .forEach(it -> rename(person, it, actor));
    }

    /**
     * Holds the account as whoever changes its address does: the foreign key of memberships has an enrolment wait, or be
     * waited for, so that what rooms above keep of the name is never that of before.
     */
    private void hold(AccountId person) {
        jdbc.sql("SELECT account_id FROM accounts WHERE account_id = :person FOR UPDATE")
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("account"));
    }

    private void rename(AccountId person, Renaming renaming, Actor actor) {
        String present = jdbc.sql("SELECT name FROM people WHERE area_id = :area AND account_id = :person")
                .param("area", renaming.area().value())
                .param("person", person.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("person"));
        String name = PlainText.tidy(renaming.name());
        if (present.equals(name)) {
            return;
        }
        if (!present.equals(renaming.opened())) {
            throw new StaleEdit();
        }
        jdbc.sql("""
                        UPDATE people p SET name = :name, sort_name = :sortName, sort_text = :sortName || ' ' || a.email
                        FROM accounts a
                        WHERE p.area_id = :area AND p.account_id = :person AND a.account_id = p.account_id
                        """)
                .param("name", name)
                .param("sortName", PlainText.sortKey(name))
                .param("area", renaming.area().value())
                .param("person", person.value())
                .update();
        events.publishEvent(new PersonRenamed(actor, renaming.area(), person));
    }
}
