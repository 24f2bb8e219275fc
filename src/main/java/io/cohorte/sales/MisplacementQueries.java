package io.cohorte.sales;

import io.cohorte.groups.GroupId;
import io.cohorte.offers.OfferId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** The door for reads of who sits in another group than their purchase leads to (product.md part 3, 7). */
@Service
public class MisplacementQueries {

    /**
     * Of each buyer who is in, the live purchase that decides: the newest by an offer that leads to a group, or else the
     * newest (product.md D2), against the group they sit in. Who was placed by hand since is left out. So is who was not
     * placed by a purchase, where no offer of theirs leads anywhere: such a purchase moves nobody (D1).
     *
     * <p>Whoever sits elsewhere than some purchase of theirs leads is found in one pass over the buyers, each looked up by
     * key, so that who never bought costs nothing. Only of these, one after another until the page is full, is asked what
     * else they bought and what was done to them. The planner would ask it of everybody: twice as long for 200,000 buyers.
     */
    private static final String FROM = """
             FROM (
                WITH apart AS MATERIALIZED (
                    SELECT p.student_id, p.purchase_id, p.approved_at, o.name AS offer_name, o.group_id AS linked, m.group_id,
                        coalesce(o.group_id, d.default_group_id) AS wanted
                    FROM purchases p
                        JOIN product_groups d ON d.product_id = p.product_id
                        CROSS JOIN LATERAL (
                            SELECT m.group_id FROM memberships m
                            WHERE m.product_id = :product AND m.student_id = p.student_id
                                AND (m.access_ends_at IS NULL OR m.access_ends_at > :now)
                            OFFSET 0) AS m
                        LEFT JOIN offers o ON o.product_id = p.product_id AND o.offer_id = p.offer_id
                    WHERE p.product_id = :product AND p.state = 'LIVE' %1$s
                        AND coalesce(o.group_id, d.default_group_id) <> m.group_id
                )
                SELECT * FROM apart ORDER BY student_id %2$s
            ) AS n
            WHERE NOT EXISTS (
                    SELECT FROM purchases q
                    WHERE q.product_id = :product AND q.student_id = n.student_id AND q.state = 'LIVE'
                        AND (coalesce(q.offer_id IN (SELECT offer_id FROM offers
                                WHERE product_id = :product AND group_id IS NOT NULL), false), q.approved_at, q.purchase_id)
                            > (n.linked IS NOT NULL, n.approved_at, n.purchase_id)
                    OFFSET 0)
                AND NOT EXISTS (
                    SELECT FROM membership_history h
                    WHERE h.product_id = :product AND h.student_id = n.student_id AND h.at > n.approved_at
                        AND h.cause IN ('STAFF', 'IMPORT', 'UNDO')
                        AND (h.kind = 'JOINED' OR h.from_group_id <> h.to_group_id)
                    OFFSET 0)
                AND (n.linked IS NOT NULL OR (
                    SELECT h.cause IN ('PURCHASE', 'GROUP_CLOSED') FROM membership_history h
                    WHERE h.product_id = :product AND h.student_id = n.student_id
                        AND (h.kind = 'JOINED' OR h.from_group_id <> h.to_group_id)
                    ORDER BY h.command_id DESC LIMIT 1))
            """;

    private static final String ALL = FROM.formatted("", "");

    private static final String SHOWN = """
            SELECT n.student_id, p.name, a.email, sits.name AS group_name, leads.group_id AS wanted,
                leads.name AS wanted_name, n.offer_name, n.linked IS NOT NULL AS linked, n.approved_at
            FROM (%s) AS n
                JOIN accounts a ON a.account_id = n.student_id
                JOIN people p ON p.area_id = :area AND p.account_id = n.student_id
                JOIN groups sits ON sits.product_id = :product AND sits.group_id = n.group_id
                JOIN groups leads ON leads.product_id = :product AND leads.group_id = n.wanted
            ORDER BY n.student_id %s
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MisplacementQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One page of them, in the order in which their accounts were made. */
    public Listing<Misplaced> list(ProductRef product, Keyset.Request request) {
        Keyset.Position position = request.position();
        String order = request.backwards() ? "DESC" : "ASC";
        String behind = position == null ? "" : "AND p.student_id " + (request.backwards() ? "<" : ">") + " :position";
        List<Misplaced> found = of(
                        product,
                        SHOWN.formatted(
                                "SELECT n.*" + FROM.formatted(behind, order) + " ORDER BY n.student_id " + order
                                        + " LIMIT " + (Keyset.PAGE + 1),
                                order))
                .param("area", product.area().value())
                .param("position", position == null ? null : position.id(), java.sql.Types.OTHER)
                .query(MisplacementQueries::misplaced)
                .list();
        Keyset.Page<Misplaced> page = Keyset.page(
                request, found, it -> new Keyset.Position("", it.student().value()));
        return new Listing<>(page, Count.of(page, () -> of(
                        product, "SELECT count(*) FROM (SELECT" + ALL + " LIMIT " + Count.LIMIT + ") AS c")
                .query(Long.class)
                .single()));
    }

    /**
     * Who of them belongs where.
     *
     * @param among those asked for; null for all
     */
    public Map<GroupId, Set<AccountId>> wanted(ProductRef product, @Nullable Collection<AccountId> among) {
        String chosen = among == null ? "" : "AND p.student_id = ANY (:among)";
        Map<GroupId, Set<AccountId>> wanted = new LinkedHashMap<>();
        of(
                        product,
                        "SELECT wanted, array_agg(student_id) AS students FROM (" + "SELECT n.*"
                                + FROM.formatted(chosen, "") + ") AS n GROUP BY wanted ORDER BY count(*) DESC, wanted")
                .param(
                        "among",
                        among == null
                                ? null
                                : among.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(row -> {
                    wanted.put(new GroupId(row.getObject("wanted", UUID.class)), accounts(row.getArray("students")));
                });
        return wanted;
    }

    /**
     * An offer that leads to no group, so that its buyers land in the default one.
     *
     * @param id null for purchases of which the provider names no offer of ours
     * @param buyers whose purchase by it is live
     */
    public record UnlinkedOffer(
            @Nullable OfferId id, @Nullable String name, long buyers) {}

    /** Those of a product, most buyers first; no line for purchases without an offer where there are none. */
    public List<UnlinkedOffer> unlinked(ProductId product) {
        return jdbc.sql("""
                        WITH buyers AS (
                            SELECT offer_id, count(*) AS buyers FROM (
                                SELECT DISTINCT offer_id, student_id FROM purchases
                                WHERE product_id = :product AND state = 'LIVE' AND (offer_id IS NULL OR offer_id IN (
                                    SELECT offer_id FROM offers WHERE product_id = :product AND group_id IS NULL))
                            ) AS each GROUP BY offer_id
                        )
                        SELECT o.offer_id, o.name, coalesce(b.buyers, 0) AS buyers
                        FROM offers o LEFT JOIN buyers b USING (offer_id)
                        WHERE o.product_id = :product AND o.group_id IS NULL
                            AND (o.deactivated_at IS NULL OR b.buyers > 0)
                        UNION ALL
                        SELECT NULL, NULL, buyers FROM buyers WHERE offer_id IS NULL
                        ORDER BY buyers DESC, name
                        """)
                .param("product", product.value())
                .query((row, number) -> {
                    UUID offer = row.getObject("offer_id", UUID.class);
                    return new UnlinkedOffer(
                            offer == null ? null : new OfferId(offer), row.getString("name"), row.getLong("buyers"));
                })
                .list();
    }

    private StatementSpec of(ProductRef product, String sql) {
        return jdbc.sql(sql).param("product", product.id().value()).param("now", Timestamp.from(clock.instant()));
    }

    private static Set<AccountId> accounts(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(AccountId::new).collect(Collectors.toSet());
    }

    private static Misplaced misplaced(ResultSet row, int number) throws SQLException {
        return new Misplaced(
                new AccountId(row.getObject("student_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("group_name"),
                new GroupId(row.getObject("wanted", UUID.class)),
                row.getString("wanted_name"),
                row.getString("offer_name"),
                row.getBoolean("linked"),
                row.getObject("approved_at", OffsetDateTime.class).toInstant());
    }
}
