package io.cohorte.imports;

import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.areas.Role;
import io.cohorte.areas.StaffQueries;
import io.cohorte.groups.Enrolled;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.Newcomer;
import io.cohorte.imports.ImportRows.Outcome;
import io.cohorte.imports.ImportRows.PendingRow;
import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings people in through the set-wise doors of the rooms that own accounts, staff and memberships. */
@Component
class Arrivals {

    private final Accounts accounts;
    private final Areas areas;
    private final StaffQueries staffQueries;
    private final Memberships memberships;
    private final GroupQueries groups;

    Arrivals(Accounts accounts, Areas areas, StaffQueries staffQueries, Memberships memberships, GroupQueries groups) {
        this.accounts = accounts;
        this.areas = areas;
        this.staffQueries = staffQueries;
        this.memberships = memberships;
        this.groups = groups;
    }

    /**
     * Brings the people of some rows in, on behalf of who started the import. Rows that can't be are told apart
     * beforehand: a rule broken behind a door would undo the others with them.
     *
     * @return what became of each row
     * @throws io.cohorte.groups.GroupGone if a group is deleted at this very moment; another try refuses its rows
     */
    List<Outcome> bringIn(ImportKey run, ProductRef product, List<PendingRow> rows, AccountId starter) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<GroupId, List<PendingRow>> students = new LinkedHashMap<>();
        Map<Role, List<PendingRow>> staff = new LinkedHashMap<>();
        for (PendingRow row : rows) {
            row.role().staff().ifPresentOrElse(role -> put(staff, role, row), () -> put(students, row.group(), row));
        }
        if (!students.isEmpty()) {
            Set<GroupId> present =
                    groups.choices(product.id()).stream().map(GroupChoice::id).collect(Collectors.toSet());
            outcomes.addAll(refuseAllBut(present, students, ProblemCode.GROUP_GONE));
        }
        if (!staff.isEmpty()) {
            Set<Role> given = staffQueries.rolesToGive(product.area(), starter);
            outcomes.addAll(refuseAllBut(given, staff, ProblemCode.MAY_NOT_GIVE_ROLE));
        }
        Map<EmailAddress, AccountId> ids = makeKnown(product.area(), students, staff);
        Actor actor = Actor.person(starter);
        students.forEach((group, some) -> outcomes.addAll(enrol(run, product, group, some, ids, actor)));
        staff.forEach((role, some) -> outcomes.addAll(appoint(product.area(), role, some, ids, actor)));
        return outcomes;
    }

    private static <K> void put(Map<K, List<PendingRow>> map, K key, PendingRow row) {
        map.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
    }

    private static <K> List<Outcome> refuseAllBut(Set<K> possible, Map<K, List<PendingRow>> rows, ProblemCode problem) {
        List<Outcome> refused = rows.entrySet().stream()
                .filter(it -> !possible.contains(it.getKey()))
                .flatMap(it -> it.getValue().stream())
                .map(it -> Outcome.refused(it, null, problem))
                .toList();
        rows.keySet().retainAll(possible);
        return refused;
    }

    /** Accounts for all, and names in the area. */
    private Map<EmailAddress, AccountId> makeKnown(
            AreaId area, Map<GroupId, List<PendingRow>> students, Map<Role, List<PendingRow>> staff) {
        List<PendingRow> everybody = new ArrayList<>();
        students.values().forEach(everybody::addAll);
        staff.values().forEach(everybody::addAll);
        Map<EmailAddress, AccountId> ids =
                accounts.registerAll(everybody.stream().map(PendingRow::email).toList());
        areas.nameAll(
                area,
                everybody.stream()
                        .map(it -> new NamedPerson(ids.get(it.email()), it.name()))
                        .toList());
        return ids;
    }

    private List<Outcome> enrol(
            ImportKey run,
            ProductRef product,
            GroupId group,
            List<PendingRow> rows,
            Map<EmailAddress, AccountId> ids,
            Actor actor) {
        Enrolled enrolled = memberships.enrolAll(
                product,
                group,
                rows.stream()
                        .map(it -> new Newcomer(ids.get(it.email()), it.anchor()))
                        .toList(),
                run.importId(),
                actor);
        return rows.stream()
                .map(it -> outcome(it, ids.get(it.email()), enrolled))
                .toList();
    }

    private static Outcome outcome(PendingRow row, AccountId student, Enrolled enrolled) {
        return enrolled.blocked().contains(student)
                ? Outcome.refused(row, student, ProblemCode.BLOCKED)
                : Outcome.done(row, student, enrolled.joined().contains(student));
    }

    private List<Outcome> appoint(
            AreaId area, Role role, List<PendingRow> rows, Map<EmailAddress, AccountId> ids, Actor actor) {
        Set<AccountId> already = staffQueries.holders(area, role);
        List<Outcome> outcomes = new ArrayList<>();
        for (PendingRow row : rows) {
            AccountId person = ids.get(row.email());
            if (!already.contains(person)) {
                areas.appoint(area, person, role, actor);
            }
            outcomes.add(Outcome.done(row, person, !already.contains(person)));
        }
        return outcomes;
    }
}
