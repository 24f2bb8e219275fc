package io.cohorte.imports;

import io.cohorte.areas.Areas;
import io.cohorte.areas.Role;
import io.cohorte.areas.StaffQueries;
import io.cohorte.groups.Reversal;
import io.cohorte.groups.ReversalQueries;
import io.cohorte.groups.Reversals;
import io.cohorte.imports.UndoRows.Affected;
import io.cohorte.mail.Outbox;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes back what an import did to people, through the doors of the rooms that own memberships, staff and mail. */
@Component
class Departures {

    private final Reversals reversals;
    private final ReversalQueries reversalQueries;
    private final Areas areas;
    private final StaffQueries staff;
    private final Outbox outbox;

    Departures(Reversals reversals, ReversalQueries reversalQueries, Areas areas, StaffQueries staff, Outbox outbox) {
        this.reversals = reversals;
        this.reversalQueries = reversalQueries;
        this.areas = areas;
        this.staff = staff;
        this.outbox = outbox;
    }

    /** What would become of some people, in the order of their lines; without those it was taken back from already. */
    List<UndoRow> foresee(Import undone, ProductRef product, List<Affected> people, AccountId by) {
        List<AccountId> students = students(people);
        List<Reversal> found = students.isEmpty()
                ? List.of()
                : reversalQueries.of(product, undone.key().importId(), students);
        return rows(undone, product, people, found, by);
    }

    /** Does it. What could not be told beforehand is seen to now: whoever left traces meanwhile is kept. */
    List<UndoRow> takeBack(Import undone, ProductRef product, List<Affected> people, AccountId by) {
        Actor actor = Actor.person(by);
        List<AccountId> students = students(people);
        List<Reversal> found = students.isEmpty()
                ? List.of()
                : reversals.takeBackAll(product, undone.key().importId(), students, actor);
        List<UndoRow> rows = rows(undone, product, people, found, by);
        Map<Integer, Affected> byLine = people.stream().collect(Collectors.toMap(Affected::line, Function.identity()));
        rows.stream()
                .filter(it -> it.effect() == UndoEffect.ROLE_ENDS)
                .forEach(it -> areas.dismiss(
                        product.area(),
                        it.account(),
                        byLine.get(it.line()).role().staff().orElseThrow(),
                        actor));
        outbox.withdrawAll(
                undone.key().importId(),
                rows.stream()
                        .filter(it -> it.effect().outcome() == RowOutcome.TAKEN_OUT)
                        .map(UndoRow::account)
                        .toList());
        return rows;
    }

    private static List<AccountId> students(List<Affected> people) {
        return people.stream()
                .filter(it -> it.role().staff().isEmpty())
                .map(Affected::account)
                .toList();
    }

    private List<UndoRow> rows(
            Import undone, ProductRef product, List<Affected> people, List<Reversal> found, AccountId by) {
        Map<AccountId, Reversal> students =
                found.stream().collect(Collectors.toMap(Reversal::student, Function.identity()));
        List<UndoRow> rows = new ArrayList<>();
        Map<Role, List<Affected>> staffed = new HashMap<>();
        for (Affected person : people) {
            person.role()
                    .staff()
                    .ifPresentOrElse(
                            role -> staffed.computeIfAbsent(role, none -> new ArrayList<>())
                                    .add(person),
                            () -> {
                                if (students.containsKey(person.account())) {
                                    rows.add(UndoRow.of(person.line(), students.get(person.account())));
                                }
                            });
        }
        staffed.forEach((role, some) -> rows.addAll(roles(undone, product, role, some, by)));
        rows.sort(Comparator.comparingInt(UndoRow::line));
        return rows;
    }

    /** A role goes if the import gave it, nobody has touched it since, and whoever undoes may take it (product.md D19). */
    private List<UndoRow> roles(Import undone, ProductRef product, Role role, List<Affected> people, AccountId by) {
        Set<AccountId> given = staff.appointed(
                product.area(),
                role,
                undone.startedAt().orElseThrow(),
                undone.finishedAt().orElseThrow());
        boolean may = staff.rolesToGive(product.area(), by).contains(role);
        return people.stream()
                .map(it -> !given.contains(it.account())
                        ? UndoRow.kept(it.line(), it.account(), UndoRow.ROLE_CHANGED)
                        : may
                                ? UndoRow.roleEnds(it.line(), it.account())
                                : UndoRow.kept(it.line(), it.account(), UndoRow.NOT_YOURS_TO_TAKE))
                .toList();
    }
}
