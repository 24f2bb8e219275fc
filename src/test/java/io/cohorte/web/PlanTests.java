package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.zaxxer.hikari.HikariDataSource;
import io.cohorte.groups.GroupId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Crowd;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.TestDatabase;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
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
    private static final Pattern THROUGH_ALL = Pattern.compile("Seq Scan on (memberships|accounts|people)\\b");

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
                "?q=ana&group=" + vip,
                "?q=ana&sort=date",
                "?q=zubizarreta",
                "?q=zubizarreta&group=" + vip,
                "?q=absent",
                "?q=ana+absent",
                "?state=ended",
                "?state=blocked",
                "?state=removed",
                "?state=ended&q=ana",
                "?state=blocked&sort=date",
                "?state=removed&after=" + middle)) {
            showsWithoutGoingThroughAll(members + list);
        }
        String people = "/areas/" + product.area().slug() + "/members";
        for (String list : List.of(
                "",
                "?after=" + middle,
                "?q=ana",
                "?q=zubizarreta",
                "?q=absent",
                "?role=SUPPORT",
                "?product=" + product.ref().id(),
                "?product=" + product.ref().id() + "&q=ana")) {
            showsWithoutGoingThroughAll(people + list);
        }
    }

    private void showsWithoutGoingThroughAll(String page) {
        List<String> plans = statements.remarksDuring(() -> assertThat(mvc.get()
                        .uri(page)
                        .with(user(product.area().owner().id().toString())))
                .hasStatusOk());
        assertThat(plans)
                .as("plans of %s", page)
                .anyMatch(it -> it.contains("memberships"))
                .noneMatch(it -> THROUGH_ALL.matcher(it).find());
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
