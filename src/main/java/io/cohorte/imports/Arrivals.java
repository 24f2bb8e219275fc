package io.cohorte.imports;

import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.areas.Role;
import io.cohorte.areas.StaffQueries;
import io.cohorte.groups.Corrected;
import io.cohorte.groups.Correction;
import io.cohorte.groups.Enrolled;
import io.cohorte.groups.EnrolledMail;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.Newcomer;
import io.cohorte.groups.StudentQueries;
import io.cohorte.imports.ImportRows.Outcome;
import io.cohorte.imports.ImportRows.PendingRow;
import io.cohorte.lists.ProblemCode;
import io.cohorte.mail.Mailing;
import io.cohorte.mail.Outbox;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductRef;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final StudentQueries queries;
    private final GroupQueries groups;
    private final Outbox outbox;

    Arrivals(
            Accounts accounts,
            Areas areas,
            StaffQueries staffQueries,
            Memberships memberships,
            StudentQueries queries,
            GroupQueries groups,
            Outbox outbox) {
        this.accounts = accounts;
        this.areas = areas;
        this.staffQueries = staffQueries;
        this.memberships = memberships;
        this.queries = queries;
        this.groups = groups;
        this.outbox = outbox;
    }

    /**
     * Brings the people of some rows in, on behalf of who confirmed the import. Rows that can't be are told apart
     * beforehand: a rule broken behind a door would undo the others with them.
     *
     * @return what became of each row
     * @throws io.cohorte.groups.GroupGone if a group is deleted at this very moment; another try refuses its rows
     */
    List<Outcome> bringIn(
            ImportKey run, ProductRef product, List<PendingRow> rows, ImportOptions options, AccountId confirmer) {
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
            Set<Role> given = staffQueries.rolesToGive(product.area(), confirmer);
            outcomes.addAll(refuseAllBut(given, staff, ProblemCode.MAY_NOT_GIVE_ROLE));
        }
        Map<EmailAddress, AccountId> ids = makeKnown(product.area(), students, staff);
        Actor actor = Actor.person(confirmer);
        Students enrolment = new Students(run, product, options, ids, actor);
        students.forEach((group, some) -> outcomes.addAll(enrolment.bringIn(group, some)));
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
                .map(it -> Outcome.refused(it, problem))
                .toList();
        rows.keySet().retainAll(possible);
        return refused;
    }

    /** Accounts for all, and names in the area; whoever was in when the list was read has both. */
    private Map<EmailAddress, AccountId> makeKnown(
            AreaId area, Map<GroupId, List<PendingRow>> students, Map<Role, List<PendingRow>> staff) {
        List<PendingRow> everybody = new ArrayList<>();
        students.values().forEach(everybody::addAll);
        staff.values().forEach(everybody::addAll);
        Map<EmailAddress, AccountId> known = accounts.find(everybody.stream()
                .filter(it -> it.standing() != Standing.NEW)
                .map(PendingRow::email)
                .toList());
        List<PendingRow> others = everybody.stream()
                .filter(it -> !it.account().equals(known.get(it.email())))
                .toList();
        Map<EmailAddress, AccountId> ids = new HashMap<>(known);
        if (!others.isEmpty()) {
            ids.putAll(accounts.registerAll(
                    others.stream().collect(Collectors.toMap(PendingRow::email, PendingRow::account))));
            areas.nameAll(
                    area,
                    others.stream()
                            .map(it -> new NamedPerson(ids.get(it.email()), it.name()))
                            .toList());
        }
        return ids;
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
            outcomes.add(
                    Outcome.done(row, person, already.contains(person) ? RowOutcome.UNCHANGED : RowOutcome.IMPORTED));
        }
        return outcomes;
    }

    /** The students among some rows. */
    private final class Students {

        private final ImportKey run;
        private final ProductRef product;
        private final ImportOptions options;
        private final Map<EmailAddress, AccountId> ids;
        private final Actor actor;

        private Students(
                ImportKey run,
                ProductRef product,
                ImportOptions options,
                Map<EmailAddress, AccountId> ids,
                Actor actor) {
            this.run = run;
            this.product = product;
            this.options = options;
            this.ids = ids;
            this.actor = actor;
        }

        private List<Outcome> bringIn(GroupId group, List<PendingRow> rows) {
            Set<AccountId> present = queries.present(
                    product,
                    rows.stream()
                            .filter(it -> it.standing() != Standing.NEW)
                            .map(it -> ids.get(it.email()))
                            .toList());
            List<Newcomer> others = rows.stream()
                    .filter(it -> !present.contains(ids.get(it.email())))
                    .map(it -> new Newcomer(ids.get(it.email()), it.anchor()))
                    .toList();
            Enrolled enrolled = others.isEmpty()
                    ? Enrolled.NOBODY
                    : memberships.enrolAll(product, group, others, run.importId(), actor);
            welcome(enrolled.joined());
            Corrected corrected = correct(group, rows, enrolled);
            return rows.stream()
                    .map(it -> outcome(it, ids.get(it.email()), enrolled, corrected))
                    .toList();
        }

        private void welcome(Set<AccountId> joined) {
            if (!joined.isEmpty()) {
                outbox.queueAll(new Mailing(
                        EnrolledMail.KIND, product.area(), product.id(), run.importId(), joined, options.holdsMail()));
            }
        }

        /** Has those who were in already be as their lines say, as far as the import is to. */
        private Corrected correct(GroupId group, List<PendingRow> rows, Enrolled enrolled) {
            List<Correction> corrections = rows.stream()
                    .filter(it -> options.moves() || options.redates() && it.ownDate())
                    .filter(it -> enrolled.leftAlone(ids.get(it.email())))
                    .map(it -> new Correction(
                            ids.get(it.email()),
                            options.moves() ? group : null,
                            options.redates() && it.ownDate() ? it.anchor() : null))
                    .toList();
            return corrections.isEmpty()
                    ? Corrected.NOBODY
                    : memberships.correctAll(product, corrections, run.importId(), actor);
        }

        private static Outcome outcome(PendingRow row, AccountId student, Enrolled enrolled, Corrected corrected) {
            if (enrolled.blocked().contains(student)) {
                return Outcome.refused(row, ProblemCode.BLOCKED);
            }
            RowOutcome outcome = enrolled.joined().contains(student)
                    ? RowOutcome.IMPORTED
                    : corrected.moved().contains(student)
                            ? RowOutcome.MOVED
                            : corrected.redated().contains(student) ? RowOutcome.REDATED : RowOutcome.UNCHANGED;
            return Outcome.done(row, student, outcome);
        }
    }
}
