package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.AreaPeopleQueries.PersonRow;
import io.cohorte.groups.MemberQueries.MemberRow;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Crowd;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import io.cohorte.web.Keyset.Request;
import io.cohorte.web.Listing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search in a product so large that each way of finding is gone, whichever is the shortest for its words. */
@CohorteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeSearchTests {

    private static final int PAGES = 23;
    private static final int STUDENTS = 6_000;

    @Autowired
    World world;

    @Autowired
    Crowd crowd;

    @Autowired
    MemberQueries members;

    @Autowired
    AreaPeopleQueries people;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private GroupId vip;
    private List<Student> students;

    /** So many that none of them are few, and of one name, the last of the list, more than are fetched. */
    @BeforeAll
    void fill() {
        product = world.product();
        vip = world.group(product, "VIP");
        crowd.join(product, product.firstGroup(), STUDENTS - 1_100);
        crowd.join(product, vip, 1_100);
        for (String named : List.of(
                "UPDATE people p SET sort_name = 'zz' || sort_name, sort_text = 'zz' || sort_text FROM memberships m "
                        + "WHERE m.group_id = :vip AND p.account_id = m.student_id",
                "UPDATE member_search s SET sort_name = 'zz' || sort_name, sort_text = 'zz' || sort_text "
                        + "FROM memberships m WHERE m.group_id = :vip AND s.student_id = m.student_id")) {
            jdbc.sql(named).param("vip", vip.value()).update();
        }
        students = jdbc.sql("""
                        SELECT account_id, sort_name, sort_text, anchor, group_id
                        FROM memberships JOIN people ON account_id = student_id WHERE product_id = :product
                        """)
                .param("product", product.ref().id().value())
                .query((row, number) -> new Student(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class)))
                .list();
    }

    @ParameterizedTest
    @CsvSource({
        "zubizarreta, false",
        "ana, false",
        "alumnos, false",
        "alumnos, true",
        "zza, false",
        "zz, false",
        "absent, false"
    })
    void showsEverybodyWhoMatchesOnceInOrderForwardsAndBackwards(String text, boolean inVip) {
        MemberFilter filter = new MemberFilter(text, inVip ? vip : null);
        int matching = oracle(filter, MemberSort.NAME).size();
        for (MemberSort sort : List.of(MemberSort.NAME, MemberSort.ANCHOR_DESCENDING)) {
            assertThat(walk(request -> members.list(product.ref(), filter, sort, request), MemberRow::student))
                    .as("%s by %s", text, sort)
                    .isEqualTo(first(oracle(filter, sort)));
        }
        assertThat(members.list(product.ref(), filter, MemberSort.NAME, Request.FIRST)
                        .count())
                .isEqualTo(Count.ofSearch(matching));
        assertThat(members.count(product.ref(), filter)).isEqualTo(matching);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "zz", "absent"})
    void showsPeopleOfAnAreaAndOfAProductOfIt(String text) {
        List<AccountId> matching = oracle(new MemberFilter(text, null), MemberSort.NAME);
        for (ProductId of : Arrays.asList(null, product.ref().id())) {
            PeopleFilter filter = new PeopleFilter(text, of, null);

            assertThat(walk(request -> people.list(product.area().id(), filter, request), PersonRow::account))
                    .as("%s of %s", text, of)
                    .isEqualTo(first(matching));
            assertThat(people.list(product.area().id(), filter, Request.FIRST).count())
                    .isEqualTo(Count.ofSearch(matching.size()));
        }
    }

    /** So many pages are gone through: enough of them for the list to be read in every way. */
    private static List<AccountId> first(List<AccountId> all) {
        return all.subList(0, Math.min(all.size(), PAGES * Keyset.PAGE));
    }

    /** The first pages, which must be the same on the way back. */
    private static <T> List<AccountId> walk(Function<Request, Listing<T>> list, Function<T, AccountId> id) {
        Keyset.Page<T> page = list.apply(Request.FIRST).page();
        List<T> forwards = new ArrayList<>(page.rows());
        while (page.after() != null && forwards.size() < PAGES * Keyset.PAGE) {
            page = list.apply(Request.of(page.after(), null)).page();
            forwards.addAll(page.rows());
        }
        List<T> backwards = new ArrayList<>(page.rows());
        while (page.before() != null) {
            page = list.apply(Request.of(null, page.before())).page();
            backwards.addAll(0, page.rows());
        }
        List<AccountId> all = forwards.stream().map(id).toList();
        assertThat(backwards.stream().map(id).toList()).isEqualTo(all);
        return all;
    }

    private record Student(String id, String name, String text, String anchor, UUID group) {}

    private List<AccountId> oracle(MemberFilter filter, MemberSort sort) {
        Comparator<Student> order = Comparator.comparing(sort.isByName() ? Student::name : Student::anchor)
                .thenComparing(Student::id);
        return students.stream()
                .filter(it -> Arrays.stream(filter.text().split(" ")).allMatch(it.text()::contains))
                .filter(it -> filter.group() == null || filter.group().value().equals(it.group()))
                .sorted(sort.parameter().startsWith("-") ? order.reversed() : order)
                .map(it -> new AccountId(UUID.fromString(it.id())))
                .toList();
    }
}
