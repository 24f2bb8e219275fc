package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.zaxxer.hikari.HikariDataSource;
import io.cohorte.groups.GroupId;
import io.cohorte.offers.OfferId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Crowd;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.TestDatabase;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How PostgreSQL goes about real requests for the lists of a large school: never through all the students there are. */
@CohorteTest
class PlanTests {

    private static final int STUDENTS = Boolean.getBoolean("cohorte.thorough") ? 1_000_000 : 200_000;
    private static final Pattern THROUGH_ALL =
            Pattern.compile("Seq Scan on (memberships|accounts|people|member_search)\\b");

    private static final Pattern READ = Pattern.compile("(?<!Bitmap )(Index Only|Index|Bitmap Heap|Seq) Scan .*"
            + "\\(actual rows=([0-9.]+) loops=(\\d+)\\)(?:\\s+(?:Index Cond|Recheck Cond|Order By): .*)*"
            + "(?:\\s+Filter: .*\\s+Rows Removed by Filter: (\\d+))?");

    /** The driver prepares what it has sent five times, and after five more the server may keep to one plan for any values. */
    private static final int UNTIL_PLANNED_FOR_ALL = 10;

    /** One in eight has "ana" in the name, and so have people of other tests: no search looks up more. */
    private static final int MOST = Math.max(30_000, STUDENTS / 8 + 10_000);

    /** What is gone through in an index alone costs a tenth. */
    private static final int MOST_OF_AN_INDEX = Math.max(101_000, MOST);

    @Autowired
    World world;

    @Autowired
    Crowd crowd;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StatementCounter statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource connections;

    private TestProduct product;

    @BeforeEach
    void explain() throws SQLException {
        explain(true);
    }

    @AfterEach
    void explainNoMore() throws SQLException {
        explain(false);
    }

    @Test
    void looksAtNoMoreStudentsThanAListShows() {
        product = world.product();
        GroupId vip = world.group(product, "VIP");
        crowd.join(product, product.firstGroup(), STUDENTS - STUDENTS / 20);
        crowd.join(product, vip, STUDENTS / 20);
        crowd.leave(product);
        String members = product.path() + "/members";
        String middle = deep("sort_name", "member_search");
        String later = deep("anchor", "memberships");

        List<String> lists = new ArrayList<>();
        for (String list : List.of(
                "",
                "?after=" + middle,
                "?before=" + middle,
                "?sort=-name",
                "?sort=date",
                "?sort=date&after=" + later,
                "?sort=-date&before=" + later,
                "?group=" + vip,
                "?group=" + vip + "&after=" + middle,
                "?q=ana",
                "?q=ana&after=" + middle,
                "?q=ana&before=" + middle,
                "?q=ana&sort=-name&before=" + middle,
                "?q=ana&group=" + vip,
                "?q=ana&group=" + vip + "&sort=date",
                "?q=ana&sort=date",
                "?q=ana&sort=-date&after=" + later,
                "?q=ana&state=blocked",
                "?q=ana&state=removed&before=" + middle,
                "?q=zoe",
                "?q=zoe&sort=date",
                "?q=zoe&group=" + vip,
                "?q=zubizarreta",
                "?q=zubizarreta&sort=date",
                "?q=zubizarreta&group=" + vip,
                "?q=absent",
                "?q=ana+absent",
                "?state=ended",
                "?state=blocked",
                "?state=removed",
                "?state=suspended",
                "?state=ended&q=ana",
                "?state=blocked&sort=date",
                "?state=removed&after=" + middle)) {
            lists.add(members + list);
        }
        String people = "/areas/" + product.area().slug() + "/members";
        for (String list : List.of(
                "",
                "?after=" + middle,
                "?q=ana",
                "?q=ana&after=" + middle,
                "?q=ana&before=" + middle,
                "?q=zoe",
                "?q=zubizarreta",
                "?q=absent",
                "?role=SUPPORT",
                "?role=SUPPORT&q=ana",
                "?product=" + product.ref().id(),
                "?product=" + product.ref().id() + "&after=" + middle,
                "?product=" + product.ref().id() + "&q=ana",
                "?product=" + product.ref().id() + "&q=zoe",
                "?product=" + product.ref().id() + "&q=zubizarreta",
                "?product=" + product.ref().id() + "&role=SUPPORT",
                "?product=" + product.ref().id() + "&role=SUPPORT&q=ana")) {
            lists.add(people + list);
        }
        lists.forEach(this::showsWithoutGoingThroughAll);
        for (String list : lists) {
            for (int i = 0; i < UNTIL_PLANNED_FOR_ALL; i++) {
                show(list);
            }
            showsWithoutGoingThroughAll(list);
        }
    }

    /** Few of a large school have bought: the rest came by imports. */
    @Test
    void findsWhoIsMisplacedByTheirPurchasesAlone() {
        product = world.product();
        GroupId vip = world.group(product, "VIP");
        crowd.join(product, product.firstGroup(), STUDENTS);
        OfferId offer = world.offer(product, "Lanzamiento", vip);
        jdbc.sql("""
                        INSERT INTO purchases (product_id, purchase_id, area_id, source, reference, buyer, student_id, state,
                            subscription, payments, approved_at, anchor, offer_id, group_id, counts, changed_at)
                        SELECT product_id, uuidv7(), :area, 'HOTMART', student_id::text, student_id::text, student_id, 'LIVE',
                            false, 1, now(), current_date, :offer, group_id, true, now()
                        FROM memberships WHERE product_id = :product LIMIT 3000
                        """)
                .param("area", product.area().id().value())
                .param("product", product.ref().id().value())
                .param("offer", offer.value())
                .update();
        jdbc.sql("VACUUM (ANALYZE) purchases").update();
        String placement = product.path() + "/placement";

        assertThat(mvc.get()
                        .uri(placement)
                        .with(user(product.area().owner().id().toString())))
                .bodyText()
                .containsPattern("<strong><span>3.000</span></strong>");
        showsWithoutGoingThroughAll(placement);
        for (int i = 0; i < UNTIL_PLANNED_FOR_ALL; i++) {
            show(placement);
        }
        showsWithoutGoingThroughAll(placement);
    }

    private void showsWithoutGoingThroughAll(String page) {
        List<String> plans = statements.remarksDuring(() -> show(page));
        assertThat(plans)
                .as("plans of %s", page)
                .anyMatch(it -> it.contains("memberships"))
                .noneMatch(it -> THROUGH_ALL.matcher(it).find())
                .allSatisfy(it -> assertThat(READ.matcher(it).results().filter(PlanTests::isTooMuch))
                        .as("scans of too many rows in %s", it)
                        .isEmpty());
    }

    private void show(String page) {
        assertThat(mvc.get().uri(page).with(user(product.area().owner().id().toString())))
                .hasStatusOk();
    }

    private static boolean isTooMuch(MatchResult scan) {
        double removed = scan.group(4) == null ? 0 : Double.parseDouble(scan.group(4));
        double rows = (Double.parseDouble(scan.group(2)) + removed) * Double.parseDouble(scan.group(3));
        return rows > (scan.group(1).equals("Index Only") ? MOST_OF_AN_INDEX : MOST);
    }

    /** The parameter of a page from the middle of the list. */
    private String deep(String column, String table) {
        return jdbc.sql(
                        "SELECT student_id, %1$s FROM %2$s WHERE product_id = :product ORDER BY %1$s, student_id OFFSET %3$d LIMIT 1"
                                .formatted(column, table, STUDENTS / 2))
                .param("product", product.ref().id().value())
                .query((row, number) -> new Keyset.Position(row.getString(2), row.getObject(1, UUID.class)).encode())
                .single();
    }

    private void explain(boolean on) throws SQLException {
        TestDatabase.explain(
                jdbc.sql("SELECT current_database()").query(String.class).single(), on);
        connections.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }
}
