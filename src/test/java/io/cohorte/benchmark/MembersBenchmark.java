package io.cohorte.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.Crowd;
import io.cohorte.support.HttpVisitor;
import io.cohorte.support.Node;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The list of students over HTTP, in a product of 1,000,000 beside one of 1,000 that stands in the same database: the
 * page must not cost more where there are more.
 */
@CohorteTest
@Tag("members")
class MembersBenchmark {

    private static final int LARGE = 1_000_000;
    private static final int SMALL = 1_000;
    private static final int WARM_UP = 100;
    private static final int RUNS = 101;

    /** A name of many that stands at the end of the list: told, not held, since all who have it are put in order. */
    private static final String LATE = "search-late";

    @Autowired
    World world;

    @Autowired
    Crowd crowd;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String database;

    @Benchmark
    void showsStudentsOfALargeSchoolAsFastAsOfASmallOne() {
        TestProduct large = world.product();
        TestProduct small = world.product(large.area());
        crowd.join(large, large.firstGroup(), LARGE);
        crowd.join(small, small.firstGroup(), SMALL);
        Report report = new Report("members", "ms");
        try (Node node =
                Node.ofJar(Path.of(System.getProperty("cohorte.jar")), database, "/actuator/health/readiness")) {
            HttpVisitor owner = HttpVisitor.signedIn(node, large.area().owner().email());
            Map<String, URI> ofLarge = pages(node, large);
            Map<String, URI> ofSmall = pages(node, small);
            for (int i = 0; i < WARM_UP; i++) {
                ofLarge.values().forEach(page -> milliseconds(owner, page));
                ofSmall.values().forEach(page -> milliseconds(owner, page));
            }
            for (String name : ofLarge.keySet()) {
                List<Double> ours = new ArrayList<>();
                List<Double> reference = new ArrayList<>();
                for (int i = 0; i < RUNS; i++) {
                    ours.add(milliseconds(owner, ofLarge.get(name)));
                    reference.add(milliseconds(owner, ofSmall.get(name)));
                }
                report.add(name, ours, reference, name.equals(LATE) ? 0 : 0.67);
            }
        }
        report.print();
        for (String name : List.of("first", "deep", "search-frequent", "search-rare", "search-absent")) {
            assertThat(report.ours(name)).as("p50 of %s in ms", name).isLessThan(30);
        }
    }

    private Map<String, URI> pages(Node node, TestProduct product) {
        String members = product.path() + "/members";
        Map<String, URI> pages = new LinkedHashMap<>();
        pages.put("first", node.at(members));
        pages.put("deep", node.at(members + "?after=" + middle(product)));
        pages.put("search-frequent", node.at(members + "?q=ana"));
        pages.put(LATE, node.at(members + "?q=zoe"));
        pages.put("search-rare", node.at(members + "?q=zubizarreta"));
        pages.put("search-absent", node.at(members + "?q=absent"));
        return pages;
    }

    /** The parameter of the page in the middle of the list, as a page before it would give it. */
    private String middle(TestProduct product) {
        String position = jdbc.sql("""
                        SELECT student_id || sort_name FROM member_search WHERE product_id = :product
                        ORDER BY sort_name, student_id
                        OFFSET (SELECT count(*) / 2 FROM member_search WHERE product_id = :product) LIMIT 1
                        """)
                .param("product", product.ref().id().value())
                .query(String.class)
                .single();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static double milliseconds(HttpVisitor owner, URI page) {
        long start = System.nanoTime();
        HttpResponse<String> answer = owner.get(page);
        double took = (System.nanoTime() - start) / 1e6;
        assertThat(answer.statusCode()).isEqualTo(200);
        return took;
    }
}
