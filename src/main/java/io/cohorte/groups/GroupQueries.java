package io.cohorte.groups;

import io.cohorte.shared.NotFound;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import io.cohorte.web.Count;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of groups. */
@Service
public class GroupQueries {

    private static final String LIVE = MemberState.IN.condition();

    private static final String SELECT = """
            SELECT g.group_id, g.name, g.created_at, g.comments, g.version, g.group_id = pg.default_group_id AS is_default,
                (SELECT count(*) FROM (SELECT FROM memberships m
                    WHERE m.product_id = g.product_id AND m.group_id = g.group_id AND %s
                    LIMIT %d) AS counted) AS students
            FROM groups g JOIN product_groups pg USING (product_id)
            WHERE g.product_id = :product
            """.formatted(LIVE, Count.LIMIT);

    private final JdbcClient jdbc;
    private final Clock clock;

    GroupQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A group in a choice. */
    public record GroupChoice(GroupId id, String name, boolean isDefault, CommentSetting comments) {}

    /** The groups of a product, the default first, then by name. */
    public List<GroupSummary> of(ProductId product) {
        return jdbc
                .sql(SELECT)
                .param("product", product.value())
                .param("now", now())
                .query(GroupQueries::summary)
                .list()
                .stream()
                .sorted(Comparator.comparing(GroupSummary::isDefault)
                        .reversed()
                        .thenComparing(it -> PlainText.sortKey(it.name())))
                .toList();
    }

    /** @throws NotFound if the product has no such group */
    public GroupSummary get(ProductId product, GroupId group) {
        return jdbc.sql(SELECT + "AND g.group_id = :group")
                .param("product", product.value())
                .param("group", group.value())
                .param("now", now())
                .query(GroupQueries::summary)
                .optional()
                .orElseThrow(() -> new NotFound("group"));
    }

    /** The groups of a product without their counts, the default first, then by name. */
    public List<GroupChoice> choices(ProductId product) {
        return jdbc
                .sql("""
                        SELECT g.group_id, g.name, g.comments, g.group_id = pg.default_group_id AS is_default
                        FROM groups g JOIN product_groups pg USING (product_id)
                        WHERE g.product_id = :product
                        """)
                .param("product", product.value())
                .query((row, number) -> new GroupChoice(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("name"),
                        row.getBoolean("is_default"),
                        CommentSetting.valueOf(row.getString("comments"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(GroupChoice::isDefault)
                        .reversed()
                        .thenComparing(it -> PlainText.sortKey(it.name())))
                .toList();
    }

    /**
     * The name of a group that somebody chose.
     *
     * @throws GroupGone if it is there no more
     */
    public String nameOfChosen(ProductId product, GroupId group) {
        return jdbc.sql("SELECT name FROM groups WHERE product_id = :product AND group_id = :group")
                .param("product", product.value())
                .param("group", group.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new GroupGone("group"));
    }

    /** The names of groups; whichever is there no more is left out. */
    public Map<UUID, String> names(Collection<ProductId> products, Collection<UUID> groups) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("SELECT group_id, name FROM groups WHERE product_id = ANY (:products) AND group_id = ANY (:groups)")
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .param("groups", groups.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("group_id", UUID.class), row.getString("name"));
                });
        return names;
    }

    /** How many students are in a group, exactly, for a confirmation. */
    public long studentsIn(ProductId product, GroupId group) {
        return jdbc.sql("SELECT count(*) FROM memberships m "
                        + "WHERE m.product_id = :product AND m.group_id = :group AND " + LIVE)
                .param("product", product.value())
                .param("group", group.value())
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /** How many students and groups each product has. */
    public Map<ProductId, ProductCounts> counts(Collection<ProductId> products) {
        Map<ProductId, ProductCounts> counts = new HashMap<>();
        jdbc.sql("""
                        SELECT p.product_id,
                            (SELECT count(*) FROM groups g WHERE g.product_id = p.product_id) AS groups,
                            (SELECT count(*) FROM (SELECT FROM memberships m
                                WHERE m.product_id = p.product_id AND %s LIMIT %d) AS counted) AS students
                        FROM unnest(:products) AS p (product_id)
                        """.formatted(LIVE, Count.LIMIT))
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .param("now", now())
                .query(row -> {
                    counts.put(
                            new ProductId(row.getObject("product_id", UUID.class)),
                            new ProductCounts(row.getLong("groups"), Count.of(row.getLong("students"))));
                });
        return counts;
    }

    /** What a product list says of a product. */
    public record ProductCounts(long groups, Count students) {}

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static GroupSummary summary(ResultSet row, int number) throws SQLException {
        return new GroupSummary(
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_default"),
                Count.of(row.getLong("students")),
                CommentSetting.valueOf(row.getString("comments")),
                row.getLong("version"));
    }
}
