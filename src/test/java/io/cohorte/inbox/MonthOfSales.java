package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.GroupId;
import io.cohorte.offers.OfferId;
import io.cohorte.shared.Sha256;
import io.cohorte.support.World;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A month of the vendor's events for 200 buyers, and what each has at the end. A buyer's address begins with what happens
 * to them; {@code month-end.csv} was written from the scenarios and product.md, by nothing of the program's.
 */
final class MonthOfSales {

    static final String TOKEN = "hottok-of-the-month";

    private static final Map<String, String> OFFERS_OF_A =
            Map.of("vip", "VIP", "oro", "Oro", "mensual", "VIP", "anual", "Oro");

    private static final String END = """
            SELECT concat_ws(';', a.email, %1$s.label, CASE WHEN m.group_id = :first THEN 'default' ELSE g.name END, m.anchor,
                coalesce(to_char(m.access_ends_at AT TIME ZONE 'UTC', %2$s), ''),
                coalesce(to_char(m.suspended_at AT TIME ZONE 'UTC', %2$s), ''),
                (SELECT string_agg(line, ' | ' ORDER BY line COLLATE "C") FROM (
                    SELECT concat_ws(',', CASE WHEN r.group_id = :first THEN 'default' ELSE l.name END,
                        to_char(r.starts_at AT TIME ZONE 'UTC', %2$s),
                        coalesce(to_char(r.ends_at AT TIME ZONE 'UTC', %2$s), ''),
                        coalesce(to_char(r.suspended_since AT TIME ZONE 'UTC', %2$s), ''),
                        coalesce(to_char(r.ended_at AT TIME ZONE 'UTC', %2$s), ''),
                        coalesce(r.ended_because, '')) AS line
                    FROM grants r LEFT JOIN groups l USING (product_id, group_id)
                    WHERE r.product_id = m.product_id AND r.student_id = m.student_id) AS lines))
            FROM memberships m JOIN accounts a ON a.account_id = m.student_id JOIN groups g USING (product_id, group_id)
                CROSS JOIN (SELECT CAST(:label AS text) AS label) AS p
            WHERE m.product_id = :product
            """.formatted("p", "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'");

    private final JdbcClient jdbc;
    private final TestProduct a;
    private final TestProduct b;
    private final String key;

    private MonthOfSales(JdbcClient jdbc, TestProduct a, TestProduct b, String key) {
        this.jdbc = jdbc;
        this.a = a;
        this.b = b;
        this.key = key;
    }

    static List<String> events() {
        return lines("sales/month.jsonl");
    }

    /** Without the head. */
    static List<String> end() {
        List<String> lines = lines("sales/month-end.csv");
        return lines.subList(1, lines.size());
    }

    private static List<String> lines(String resource) {
        try {
            return new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An area that sells two products, of which everything is linked with what the events name. */
    static MonthOfSales in(World world, JdbcClient jdbc) {
        TestArea area = world.area();
        TestProduct a = world.product(area);
        TestProduct b = world.product(area);
        Map<String, GroupId> groups = Map.of("VIP", world.group(a, "VIP"), "Oro", world.group(a, "Oro"));
        String key = UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("INSERT INTO hooks (area_id, hook_key, hotmart_token, created_at, version) VALUES (?, ?, ?, now(), 0)")
                .params(area.id().value(), key, Sha256.of(TOKEN))
                .update();
        MonthOfSales month = new MonthOfSales(jdbc, a, b, key);
        month.link("4100001", "0c1f6a6e-9a3b-4d0f-8a55-2f4c9f5f0a01", a);
        month.link("4100002", "0c1f6a6e-9a3b-4d0f-8a55-2f4c9f5f0b02", b);
        OFFERS_OF_A.forEach((code, group) -> month.link("4100001", code, a, world.offer(a, code, groups.get(group))));
        month.link("4100001", "suelta", a, world.offer(a, "suelta", null));
        month.link("4100001", "combo01", a, world.offer(a, "combo", groups.get("VIP")));
        month.link("4100002", "extra", b, world.offer(b, "extra", null));
        month.link("4100002", "combo01", b, world.offer(b, "combo", null));
        return month;
    }

    private void link(String vendorId, String ucode, TestProduct product) {
        jdbc.sql("INSERT INTO vendor_products (area_id, source, vendor_id, ucode, product_id, seen_at) "
                        + "VALUES (?, 'HOTMART', ?, ?, ?, now())")
                .params(
                        a.area().id().value(),
                        vendorId,
                        ucode,
                        product.ref().id().value())
                .update();
    }

    private void link(String vendorId, String code, TestProduct product, OfferId offer) {
        jdbc.sql("INSERT INTO vendor_offers (area_id, source, vendor_id, code, product_id, offer_id, seen_at) "
                        + "VALUES (?, 'HOTMART', ?, ?, ?, ?, now())")
                .params(
                        a.area().id().value(),
                        vendorId,
                        code,
                        product.ref().id().value(),
                        offer.value())
                .update();
    }

    /** The same in another database. */
    MonthOfSales on(JdbcClient other) {
        return new MonthOfSales(other, a, b, key);
    }

    /** How many events were worked on. */
    long done() {
        return count("inbox_entries WHERE state <> 'WAITING' AND area_id = ?");
    }

    private long count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows)
                .param(area())
                .query(Long.class)
                .single();
    }

    TestProduct productA() {
        return a;
    }

    UUID area() {
        return a.area().id().value();
    }

    /** Where the vendor reports to. */
    URI hook(URI server) {
        return server.resolve("/hooks/hotmart/" + key);
    }

    /** Reports events in their order by some connections at once, as the vendor does. */
    void report(URI server, List<String> events) {
        HttpClient client = HttpClient.newHttpClient();
        URI hook = hook(server);
        ExecutorService connections = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (String event : events) {
                HttpRequest request = HttpRequest.newBuilder(hook)
                        .header("X-HOTMART-HOTTOK", TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(event))
                        .build();
                answers.add(connections.submit(
                        () -> client.send(request, BodyHandlers.discarding()).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            connections.shutdown();
        }
    }

    boolean isDone() {
        return count("inbox_entries WHERE state = 'WAITING' AND area_id = ?") == 0;
    }

    /** What each buyer has now, in the words of {@link #end()}. */
    List<String> now() {
        List<String> all = new ArrayList<>(now(a, "A"));
        all.addAll(now(b, "B"));
        return all.stream().sorted().collect(Collectors.toList());
    }

    private List<String> now(TestProduct product, String label) {
        return jdbc.sql(END)
                .param("product", product.ref().id().value())
                .param("first", product.firstGroup().value())
                .param("label", label)
                .query(String.class)
                .list();
    }
}
