package io.cohorte.comments;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.SearchWords;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import io.cohorte.web.Keyset.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of moderators: comments of a whole area. */
@Service
public class ModerationQueries {

    /** Of each product no more than a page is looked at, along its key; so it costs the same however many there are. */
    private static final String ENTRIES = """
            SELECT c.*, a.area_id, a.name AS product_name, m.name AS module_name, pg.title AS page_title,
                coalesce(g.name, closed.name) AS group_name, g.comments AS setting,
                p.name AS author_name, false AS reported, (
                    SELECT count(*) FROM comment_reports o WHERE o.product_id = c.product_id
                        AND o.comment_id = c.comment_id AND o.settled_at IS NULL) AS reports,
                parent.text AS parent_text, pp.name AS parent_name
            FROM products a CROSS JOIN LATERAL (
                    SELECT c.* FROM comments c
                    WHERE c.product_id = a.product_id AND c.deleted_at IS NULL AND %s
                    ORDER BY c.comment_id %s LIMIT :most) AS c
                JOIN pages pg ON pg.product_id = c.product_id AND pg.page_id = c.page_id
                JOIN modules m ON m.product_id = pg.product_id AND m.module_id = pg.module_id
                LEFT JOIN groups g ON g.product_id = c.product_id AND g.group_id = c.group_id
                LEFT JOIN comment_closed_groups closed
                    ON closed.product_id = c.product_id AND closed.group_id = c.group_id
                LEFT JOIN comments parent ON parent.product_id = c.product_id AND parent.comment_id = c.parent_id
                LEFT JOIN people p ON p.area_id = a.area_id AND p.account_id = c.author_id
                LEFT JOIN people pp ON pp.area_id = a.area_id AND pp.account_id = parent.author_id
            WHERE a.area_id = :area %s
            ORDER BY c.comment_id %s LIMIT :most
            """;

    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM (SELECT FROM products a JOIN comments c USING (product_id)
                    WHERE a.area_id = :area AND c.state = 'PENDING' AND c.deleted_at IS NULL
                    LIMIT %1$d) AS counted) AS pending,
                (SELECT count(*) FROM (SELECT FROM products a CROSS JOIN LATERAL (
                        SELECT DISTINCT o.comment_id FROM comment_reports o
                        WHERE o.product_id = a.product_id AND o.settled_at IS NULL) AS one
                    WHERE a.area_id = :area LIMIT %1$d) AS counted) AS reported
            """.formatted(Count.LIMIT);

    private final JdbcClient jdbc;

    ModerationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many comments of an area wait for somebody. */
    public record Waiting(Count pending, Count reported) {}

    public Waiting waiting(AreaId area) {
        return jdbc.sql(COUNTS)
                .param("area", area.value())
                .query((row, number) ->
                        new Waiting(Count.of(row.getLong("pending")), Count.of(row.getLong("reported"))))
                .single();
    }

    /** The comments of an area that a filter means, the newest first. */
    public Keyset.Page<QueueEntry> page(AreaId area, QueueFilter filter, Keyset.Request request, AccountId reader) {
        Map<String, Object> parameters = new HashMap<>(Map.of("area", area.value(), "most", Keyset.PAGE + 1));
        StringBuilder where = new StringBuilder(filter.kind().condition());
        if (filter.product() != null && filter.group() != null) {
            where.append(" AND c.group_id = :group");
            parameters.put("group", filter.group().value());
        }
        if (!filter.text().isEmpty()) {
            where.append(" AND c.text ILIKE :text");
            parameters.put("text", SearchWords.anywhere(PlainText.tidy(filter.text())));
        }
        if (request.position() != null) {
            where.append(request.backwards() ? " AND c.comment_id > :id" : " AND c.comment_id < :id");
            parameters.put("id", request.position().id());
        }
        String products = "";
        if (filter.product() != null) {
            products = "AND a.product_id = :product";
            parameters.put("product", filter.product().value());
        }
        return Keyset.page(
                request,
                entries(where.toString(), products, request.backwards() ? "ASC" : "DESC", parameters, reader),
                it -> new Position("", it.comment().id().value()));
    }

    /** @throws NotFound if the product has no such comment, or its author deleted it */
    public QueueEntry get(ProductRef product, CommentId comment, AccountId reader) {
        Map<String, Object> parameters = Map.of(
                "area", product.area().value(),
                "product", product.id().value(),
                "comment", comment.value(),
                "most", 1);
        return entries("c.comment_id = :comment", "AND a.product_id = :product", "DESC", parameters, reader).stream()
                .findAny()
                .orElseThrow(() -> new NotFound("comment"));
    }

    /** A group to narrow the list to. */
    public record GroupOfComments(GroupId id, String name, boolean closed) {}

    /** The groups of a product in which comments may be, those that are gone last; by name. */
    public List<GroupOfComments> groups(ProductId product) {
        return jdbc
                .sql("""
                        SELECT group_id, name, false AS closed FROM groups WHERE product_id = :product
                        UNION ALL
                        SELECT group_id, name, true FROM comment_closed_groups n WHERE product_id = :product
                            AND EXISTS (SELECT FROM comments c
                                WHERE c.product_id = n.product_id AND c.group_id = n.group_id)
                        """)
                .param("product", product.value())
                .query((row, number) -> new GroupOfComments(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("name"),
                        row.getBoolean("closed")))
                .list()
                .stream()
                .sorted(Comparator.comparing(GroupOfComments::closed).thenComparing(it -> PlainText.sortKey(it.name())))
                .toList();
    }

    private List<QueueEntry> entries(
            String comments, String products, String direction, Map<String, Object> parameters, AccountId reader) {
        return jdbc.sql(ENTRIES.formatted(comments, direction, products, direction))
                .params(parameters)
                .query((row, number) -> entry(row, new Participant.Staff(reader)))
                .list();
    }

    private static QueueEntry entry(ResultSet row, Participant reader) throws SQLException {
        return new QueueEntry(
                new ProductRef(
                        new AreaId(row.getObject("area_id", UUID.class)),
                        new ProductId(row.getObject("product_id", UUID.class))),
                row.getString("product_name"),
                row.getString("module_name"),
                row.getString("page_title"),
                CommentRows.view(row, reader),
                row.getString("parent_name"),
                row.getString("parent_text"));
    }
}
