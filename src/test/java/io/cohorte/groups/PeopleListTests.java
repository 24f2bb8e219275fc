package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.areas.Role;
import io.cohorte.groups.AreaPeopleQueries.PersonRow;
import io.cohorte.groups.AreaPeopleQueries.PlaceView;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody of an area, with their products, groups and roles. */
@CohorteTest
class PeopleListTests {

    @Autowired
    World world;

    @Autowired
    AreaPeopleQueries people;

    @Autowired
    Memberships memberships;

    @Autowired
    Areas areas;

    private TestArea area;
    private TestProduct first;
    private TestProduct second;

    @BeforeEach
    void openAnArea() {
        area = world.area();
        first = world.product(area);
        second = world.product(area);
    }

    @Test
    void showsStaffAndStudentsOfEveryProductOnceByName() {
        world.students(first, first.firstGroup(), "Zoe", 1);
        AccountId both =
                world.students(second, second.firstGroup(), "Ángela", 1).get(0);
        world.enrol(first, first.firstGroup(), List.of(both));
        world.staff(area, Role.SUPPORT);
        TestProduct elsewhere = world.product();
        world.students(elsewhere, elsewhere.firstGroup(), "Bea", 1);

        assertThat(names(PeopleFilter.all())).containsExactly("Ángela 1", "Olga Dueñas", "Staff SUPPORT", "Zoe 1");
        assertThat(list(PeopleFilter.all(), null, null).count()).isEqualTo(new Count(4, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nunez", "NÚÑEZ", "maría núñez", "nunez mar"})
    void findsANameByAnyPartWhateverCaseAndAccents(String text) {
        world.students(first, first.firstGroup(), "María Núñez", 1);
        world.students(first, first.firstGroup(), "Otra Persona", 1);

        assertThat(names(new PeopleFilter(text, null, null))).containsExactly("María Núñez 1");
        assertThat(names(new PeopleFilter(text, first.ref().id(), null))).containsExactly("María Núñez 1");
        assertThat(names(new PeopleFilter(text, second.ref().id(), null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\"})
    void takesNoCharacterForAPattern(String text) {
        assertThat(names(new PeopleFilter(text, null, null))).isEmpty();
    }

    @Test
    void findsStaffByAnyPartOfTheirAddress() {
        Person support = world.staff(area, Role.SUPPORT);

        assertThat(rows(new PeopleFilter(support.email().substring(2), null, null)))
                .extracting(PersonRow::account)
                .containsExactly(support.id());
    }

    @Test
    void showsOfAProductThoseWithALiveGrantBlockedOrNot() {
        List<AccountId> three = world.students(first, first.firstGroup(), "Ana", 3);
        world.students(second, second.firstGroup(), "Bea", 1);
        memberships.block(first.ref(), three.get(1), first.owner());
        memberships.remove(first.ref(), three.get(2), first.owner());
        PeopleFilter filter = new PeopleFilter("", first.ref().id(), null);

        assertThat(names(filter)).containsExactly("Ana 1", "Ana 2");
        assertThat(list(filter, null, null).count().value()).isEqualTo(2);
    }

    @Test
    void showsNobodyOfAProductOfAnotherArea() {
        TestProduct elsewhere = world.product();
        AccountId known = world.students(first, first.firstGroup(), "Ana", 1).get(0);
        areas.nameAll(elsewhere.area().id(), List.of(new NamedPerson(known, "Otro nombre")));
        world.enrol(elsewhere, elsewhere.firstGroup(), List.of(known));
        PeopleFilter filter = new PeopleFilter("", elsewhere.ref().id(), null);

        assertThat(rows(filter)).isEmpty();
        assertThat(list(filter, null, null).count().value()).isZero();
        assertThat(people.placesOf(area.id(), List.of(known)).get(known))
                .extracting(PlaceView::product)
                .containsExactly(first.ref().id());
    }

    @Test
    void showsThoseOfARoleAloneOrInAProduct() {
        Person one = world.staff(area, Role.MODERATOR);
        areas.appoint(area.id(), one.id(), Role.SUPPORT, area.owner().actor());
        world.staff(area, Role.MODERATOR);
        world.enrol(first, first.firstGroup(), List.of(one.id()));
        world.students(first, first.firstGroup(), "Ana", 1);

        assertThat(rows(new PeopleFilter("", null, Role.MODERATOR))).hasSize(2);
        assertThat(rows(new PeopleFilter("", first.ref().id(), Role.MODERATOR)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.account()).isEqualTo(one.id());
                    assertThat(it.roles()).containsExactly(Role.MODERATOR, Role.SUPPORT);
                });
        assertThat(rows(new PeopleFilter("", null, Role.CONTENT_EDITOR))).isEmpty();
    }

    @Test
    void tellsOfEachProductTheGroupAndWhatIsNotPlain() {
        GroupId vip = world.group(first, "VIP");
        AccountId ana = world.students(first, vip, "Ana", 1).get(0);
        world.enrol(second, second.firstGroup(), List.of(ana));
        memberships.block(first.ref(), ana, first.owner());
        memberships.remove(second.ref(), ana, second.owner());

        Map<AccountId, List<PlaceView>> places =
                people.placesOf(area.id(), List.of(ana, area.owner().id()));

        assertThat(places).containsOnlyKeys(ana);
        assertThat(places.get(ana)).anySatisfy(it -> {
            assertThat(it.product()).isEqualTo(first.ref().id());
            assertThat(it.groupName()).isEqualTo("VIP");
            assertThat(it.in() && it.blocked() && !it.removed()).isTrue();
        });
        assertThat(places.get(ana)).anySatisfy(it -> {
            assertThat(it.product()).isEqualTo(second.ref().id());
            assertThat(!it.in() && !it.blocked() && it.removed()).isTrue();
        });
        assertThat(places.get(ana)).hasSize(2).isSortedAccordingTo(Comparator.comparing(PlaceView::productName));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showsEverybodyOnceForwardsAndBackwards(boolean ofAProduct) {
        world.students(first, first.firstGroup(), "Ana", 120);
        PeopleFilter filter = new PeopleFilter("ana", ofAProduct ? first.ref().id() : null, null);

        Keyset.Page<PersonRow> page = page(filter, null, null);
        List<PersonRow> forwards = new ArrayList<>(page.rows());
        while (page.after() != null) {
            page = page(filter, page.after(), null);
            forwards.addAll(page.rows());
        }
        List<PersonRow> backwards = new ArrayList<>(page.rows());
        while (page.before() != null) {
            page = page(filter, null, page.before());
            backwards.addAll(0, page.rows());
        }

        assertThat(forwards)
                .hasSize(120)
                .doesNotHaveDuplicates()
                .isEqualTo(backwards)
                .isSortedAccordingTo(Comparator.comparing(PersonRow::sortName));
        assertThat(list(filter, null, null).count()).isEqualTo(new Count(120, false));
    }

    private List<String> names(PeopleFilter filter) {
        return rows(filter).stream().map(PersonRow::name).toList();
    }

    private List<PersonRow> rows(PeopleFilter filter) {
        return page(filter, null, null).rows();
    }

    private Keyset.Page<PersonRow> page(PeopleFilter filter, String after, String before) {
        return list(filter, after, before).page();
    }

    private Listing<PersonRow> list(PeopleFilter filter, String after, String before) {
        return people.list(area.id(), filter, Keyset.Request.of(after, before));
    }
}
