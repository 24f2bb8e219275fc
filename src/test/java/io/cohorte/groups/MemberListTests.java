package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.MemberQueries.MemberRow;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CohorteTest
class MemberListTests {

    @Autowired
    World world;

    @Autowired
    MemberQueries members;

    @ParameterizedTest
    @ValueSource(strings = {"nunez", "NÚÑEZ", "úñe", "maría núñez", "nunez mar", "nunez  1"})
    void findsANameByAnyPartWhateverCaseAndAccents(String text) {
        TestProduct product = world.product();
        world.students(product, product.firstGroup(), "María Núñez", 1);
        world.students(product, product.firstGroup(), "Otra Persona", 1);

        assertThat(first(product, new MemberFilter(text, null))).singleElement().satisfies(it -> assertThat(it.name())
                .isEqualTo("María Núñez 1"));
    }

    @Test
    void findsAnAddressByAnyPart() {
        TestProduct product = world.product();
        world.students(product, product.firstGroup(), "Ana", 3);
        String email = first(product, MemberFilter.all()).get(1).email();

        assertThat(first(product, new MemberFilter(email.substring(2), null)))
                .extracting(MemberRow::email)
                .containsExactly(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "a%a"})
    void takesNoCharacterForAPattern(String text) {
        TestProduct product = world.product();
        world.students(product, product.firstGroup(), "Ana", 3);

        assertThat(first(product, new MemberFilter(text, null))).isEmpty();
    }

    @Test
    void filtersByGroup() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        world.students(product, product.firstGroup(), "Ana", 2);
        world.students(product, vip, "Bea", 1);

        assertThat(first(product, new MemberFilter("", vip)))
                .extracting(MemberRow::name)
                .containsExactly("Bea 1");
    }

    @ParameterizedTest
    @EnumSource(MemberSort.class)
    void showsEveryStudentOnceForwardsAndBackwards(MemberSort sort) {
        TestProduct product = world.product();
        world.students(product, product.firstGroup(), "Ana", 120);

        List<MemberRow> forwards = new ArrayList<>();
        Keyset.Page<MemberRow> page = page(product, sort, null, null);
        forwards.addAll(page.rows());
        while (page.after() != null) {
            page = page(product, sort, page.after(), null);
            forwards.addAll(page.rows());
        }
        List<MemberRow> backwards = new ArrayList<>(page.rows());
        while (page.before() != null) {
            page = page(product, sort, null, page.before());
            backwards.addAll(0, page.rows());
        }

        assertThat(forwards).hasSize(120).doesNotHaveDuplicates().isEqualTo(backwards);
        Comparator<MemberRow> order = Comparator.comparing(
                sort.isByName() ? MemberRow::sortName : it -> it.anchor().toString());
        boolean descending = sort.parameter().startsWith("-");
        assertThat(forwards).isSortedAccordingTo(descending ? order.reversed() : order);
        assertThat(list(product, MemberFilter.all()).count()).isEqualTo(new Count(120, false));
        assertThat(list(product, new MemberFilter("ana", null)).count()).isEqualTo(new Count(120, false));
    }

    private List<MemberRow> first(TestProduct product, MemberFilter filter) {
        return list(product, filter).page().rows();
    }

    private Listing<MemberRow> list(TestProduct product, MemberFilter filter) {
        return members.list(product.ref(), filter, MemberSort.NAME, Keyset.Request.FIRST);
    }

    private Keyset.Page<MemberRow> page(TestProduct product, MemberSort sort, String after, String before) {
        return members.list(product.ref(), MemberFilter.all(), sort, Keyset.Request.of(after, before))
                .page();
    }
}
