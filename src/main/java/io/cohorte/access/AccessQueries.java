package io.cohorte.access;

import io.cohorte.access.RuleRows.Saved;
import io.cohorte.access.StudentFacts.Grant;
import io.cohorte.access.StudentFacts.Place;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of rules, and of the facts that decisions are made from. */
@Service
public class AccessQueries {

    private final RuleRows rows;
    private final ContentQueries content;
    private final JdbcClient jdbc;

    AccessQueries(RuleRows rows, ContentQueries content, JdbcClient jdbc) {
        this.rows = rows;
        this.content = content;
        this.jdbc = jdbc;
    }

    /**
     * What is said of a module or page, for the form that edits it.
     *
     * @param version 0 while nothing was said
     */
    public record RulesView(Rules rules, long version) {}

    public RulesView rules(ProductId product, Subject subject) {
        Saved saved = rows.of(product, subject);
        return new RulesView(saved.rules(), saved.version());
    }

    /** All modules and pages of a product with their rules, in two statements. */
    public Curriculum curriculum(ProductView product) {
        ProductId id = product.ref().id();
        Map<UUID, Rules> rules = rows.all(id).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().rules()));
        return new Curriculum(product, content.outline(id), rules);
    }

    /** What decides on one account's access to a product, in two statements. */
    public StudentFacts student(ProductRef product, AccountId account) {
        List<Grant> grants = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        boolean[] staff = new boolean[1];
        jdbc.sql("""
                        SELECT m.group_id, m.anchor, m.blocked_at, r.kind, r.ends_at, r.suspended_since, r.ended_at,
                            EXISTS (SELECT FROM staff_roles s WHERE s.area_id = :area AND s.account_id = :account)
                                AS staff
                        FROM (VALUES (CAST(:product AS uuid))) AS p (product_id)
                            LEFT JOIN memberships m ON m.product_id = p.product_id AND m.student_id = :account
                            LEFT JOIN grants r ON r.product_id = m.product_id AND r.student_id = m.student_id
                        """)
                .param("area", product.area().value())
                .param("product", product.id().value())
                .param("account", account.value())
                .query(row -> {
                    staff[0] = row.getBoolean("staff");
                    UUID group = row.getObject("group_id", UUID.class);
                    if (group != null && places.isEmpty()) {
                        places.add(new Place(
                                new GroupId(group),
                                row.getObject("anchor", LocalDate.class),
                                instant(row, "blocked_at"),
                                grants));
                    }
                    if (row.getString("kind") != null) {
                        grants.add(new Grant(
                                instant(row, "ends_at"), instant(row, "suspended_since"), instant(row, "ended_at")));
                    }
                });
        @Nullable Place place = places.isEmpty() ? null : places.get(0);
        return new StudentFacts(place, staff[0], place == null ? Map.of() : unlocked(product, account, place.group()));
    }

    private Map<PageId, UUID> unlocked(ProductRef product, AccountId account, GroupId group) {
        Map<PageId, UUID> unlocked = new HashMap<>();
        jdbc.sql("SELECT page_id, password_id FROM page_unlocks "
                        + "WHERE product_id = :product AND student_id = :account AND group_id = :group")
                .param("product", product.id().value())
                .param("account", account.value())
                .param("group", group.value())
                .query(row -> {
                    unlocked.put(
                            new PageId(row.getObject("page_id", UUID.class)), row.getObject("password_id", UUID.class));
                });
        return unlocked;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
