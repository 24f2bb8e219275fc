package io.cohorte.imports;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Role;
import io.cohorte.areas.StaffQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.lists.ListedLine.Person;
import io.cohorte.shared.AccountId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns people listed by hand into the lines of an import, if they may be brought in. */
@Component
class ManualList {

    /** People one import by hand takes: they travel with its form. */
    static final int MOST_PEOPLE = 200;

    private final GroupQueries groups;
    private final StaffQueries staff;
    private final Clock clock;

    ManualList(GroupQueries groups, StaffQueries staff, Clock clock) {
        this.groups = groups;
        this.staff = staff;
        this.clock = clock;
    }

    /** Throws at the first that may not; its field begins with {@code people[index].}, counted from 0. */
    List<RowDraft> read(ProductView product, List<ListedPerson> people, AccountId by) {
        if (people.size() > MOST_PEOPLE) {
            throw new ListIsFull(MOST_PEOPLE);
        }
        Map<GroupId, GroupChoice> present = groups.choices(product.ref().id()).stream()
                .collect(Collectors.toMap(GroupChoice::id, Function.identity()));
        Set<Role> given = staff.rolesToGive(product.ref().area(), by);
        LocalDate latest = product.today(clock).plusDays(1);
        Set<EmailAddress> seen = new HashSet<>();
        List<RowDraft> lines = new ArrayList<>();
        for (ListedPerson person : people) {
            String place = "people[" + lines.size() + "].";
            if (!seen.add(person.email())) {
                throw new ListedTwice(place + "email");
            }
            if (!person.role().staff().map(given::contains).orElse(true)) {
                throw new MayNotGiveRole(place + "role");
            }
            if (person.anchor() != null) {
                PurchaseDateOutOfBounds.check(person.anchor(), latest, place + "date");
            }
            lines.add(line(lines.size() + 1, person, groupOf(person, present, place)));
        }
        return lines;
    }

    private static @Nullable GroupChoice groupOf(ListedPerson person, Map<GroupId, GroupChoice> present, String place) {
        if (person.group() != null && !present.containsKey(person.group())) {
            throw new GroupGone(place + "group");
        }
        return present.get(person.group());
    }

    private static RowDraft line(int number, ListedPerson person, @Nullable GroupChoice group) {
        Person read = new Person(
                person.name(), person.email(), person.role(), null, person.anchor(), person.anchor() != null, null);
        return new RowDraft(number, read, group, null, null);
    }
}
