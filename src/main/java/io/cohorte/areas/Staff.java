package io.cohorte.areas;

import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.StaleEdit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The door for commands on one member of the staff as a whole. What each role's change requires is decided by
 * {@link Areas#appoint} and {@link Areas#dismiss}.
 */
@CommandService
public class Staff {

    private final Areas areas;
    private final Accounts accounts;
    private final StaffRoles roles;
    private final PeopleQueries people;

    Staff(Areas areas, Accounts accounts, StaffRoles roles, PeopleQueries people) {
        this.areas = areas;
        this.accounts = accounts;
        this.roles = roles;
        this.people = people;
    }

    /**
     * Takes somebody into the staff by their address, or gives who is in it further roles. Who has no account gets one,
     * without a password; who has a name in the area keeps it.
     *
     * @param name 1 to 200 characters; may be null for who has a name in the area
     * @throws StaffWithoutRole if no role is given
     * @throws StaffWithoutName if there is no name, neither given nor in this area: how others name them doesn't matter
     */
    public AccountId add(AreaId area, EmailAddress email, @Nullable String name, Set<Role> given, Actor actor) {
        if (given.isEmpty()) {
            throw new StaffWithoutRole();
        }
        AccountId person = accounts.registerAll(List.of(email)).get(email);
        if (name != null) {
            areas.nameAll(area, List.of(new NamedPerson(person, name)));
        } else if (people.names(area, Set.of(person.value())).isEmpty()) {
            throw new StaffWithoutName();
        }
        given.forEach(it -> areas.appoint(area, person, it, actor));
        return person;
    }

    /**
     * Makes the roles of somebody in the staff just these.
     *
     * @param opened the roles that the edit began with
     * @throws StaleEdit if the person's roles have changed since
     * @throws StaffWithoutRole if no role is left
     */
    public void changeRoles(AreaId area, AccountId person, Set<Role> opened, Set<Role> wanted, Actor actor) {
        Set<Role> present = present(area, person);
        if (!present.equals(opened)) {
            throw new StaleEdit();
        }
        if (wanted.isEmpty()) {
            throw new StaffWithoutRole();
        }
        wanted.forEach(it -> areas.appoint(area, person, it, actor));
        present.removeAll(wanted);
        dismissAll(area, person, present, actor);
    }

    /** Takes somebody out of the staff. Their name in the area stays, and so does what they are as a student. */
    public void remove(AreaId area, AccountId person, Actor actor) {
        dismissAll(area, person, present(area, person), actor);
    }

    private Set<Role> present(AreaId area, AccountId person) {
        roles.hold(area);
        Set<Role> present = roles.of(area, person);
        if (present.isEmpty()) {
            throw new NotFound("staff");
        }
        return present;
    }

    /** The owner's role last: an owner who leaves needs it to lay down the others. */
    private void dismissAll(AreaId area, AccountId person, Set<Role> taken, Actor actor) {
        new TreeSet<>(taken).descendingSet().forEach(it -> areas.dismiss(area, person, it, actor));
    }
}
