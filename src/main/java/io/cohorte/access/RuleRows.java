package io.cohorte.access;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.ProductId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of modules and pages as they are stored. */
@Component
class RuleRows {

    private static final String SELECT = """
            SELECT r.subject_id, r.audience, r.version, g.group_id, g.in_audience, g.release, g.release_days,
                g.release_day, g.expiry, g.expiry_days, g.expiry_day
            FROM content_rules r LEFT JOIN group_rules g USING (product_id, subject_id)
            WHERE r.product_id = :product
            """;

    private final JdbcClient jdbc;

    RuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rules with the version they are saved under; 0 while nothing was said. */
    record Saved(Rules rules, long version) {}

    /** The rules of all modules and pages of a product of which something was said, in one statement. */
    Map<UUID, Saved> all(ProductId product) {
        return collect(jdbc.sql(SELECT).param("product", product.value()));
    }

    Saved of(ProductId product, Subject subject) {
        return Optional.ofNullable(collect(jdbc.sql(SELECT + "AND r.subject_id = :subject")
                                .param("product", product.value())
                                .param("subject", subject.value()))
                        .get(subject.value()))
                .orElseGet(() -> new Saved(Rules.nothingSaidOf(subject), 0));
    }

    /** The same, held until the transaction ends. */
    Saved forChange(ProductId product, Subject subject) {
        jdbc.sql("INSERT INTO content_rules (product_id, " + column(subject) + ", audience, version) "
                        + "VALUES (:product, :subject, :audience, 0) ON CONFLICT DO NOTHING")
                .param("product", product.value())
                .param("subject", subject.value())
                .param("audience", name(Rules.nothingSaidOf(subject).audience()))
                .update();
        jdbc.sql("SELECT FROM content_rules WHERE product_id = :product AND subject_id = :subject FOR UPDATE")
                .param("product", product.value())
                .param("subject", subject.value())
                .query((row, number) -> number)
                .list();
        return of(product, subject);
    }

    /** Writes the rules of a subject that is held for change. */
    void write(ProductId product, Subject subject, Rules rules) {
        jdbc.sql("UPDATE content_rules SET audience = :audience, version = version + 1 "
                        + "WHERE product_id = :product AND subject_id = :subject")
                .param("product", product.value())
                .param("subject", subject.value())
                .param("audience", name(rules.audience()))
                .update();
        jdbc.sql("DELETE FROM group_rules WHERE product_id = :product AND subject_id = :subject")
                .param("product", product.value())
                .param("subject", subject.value())
                .update();
        Set<GroupId> chosen = rules.audience() instanceof Audience.Chosen it ? it.groups() : Set.of();
        Set<GroupId> groups = new HashSet<>(chosen);
        groups.addAll(rules.schedules().keySet());
        groups.forEach(it -> insert(
                product, subject, it, chosen.contains(it), rules.schedules().get(it)));
    }

    /** Deletes what is said of a subject that is about to be gone. */
    void delete(ProductId product, UUID subject) {
        for (String table : new String[] {"group_rules", "content_rules"}) {
            jdbc.sql("DELETE FROM " + table + " WHERE product_id = :product AND subject_id = :subject")
                    .param("product", product.value())
                    .param("subject", subject)
                    .update();
        }
    }

    private void insert(
            ProductId product, Subject subject, GroupId group, boolean inAudience, @Nullable Schedule schedule) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        if (schedule != null) {
            columns.putAll(columns(schedule));
        }
        jdbc.sql("""
                        INSERT INTO group_rules (product_id, subject_id, group_id, in_audience, release, release_days,
                            release_day, expiry, expiry_days, expiry_day)
                        VALUES (:product, :subject, :group, :inAudience, :release, :releaseDays, :releaseDay, :expiry,
                            :expiryDays, :expiryDay)
                        """)
                .param("product", product.value())
                .param("subject", subject.value())
                .param("group", group.value())
                .param("inAudience", inAudience)
                .param("release", columns.get("release"), Types.VARCHAR)
                .param("releaseDays", columns.get("releaseDays"), Types.INTEGER)
                .param("releaseDay", date(columns.get("releaseDay")), Types.DATE)
                .param("expiry", columns.get("expiry"), Types.VARCHAR)
                .param("expiryDays", columns.get("expiryDays"), Types.INTEGER)
                .param("expiryDay", date(columns.get("expiryDay")), Types.DATE)
                .update();
    }

    private static @Nullable Date date(@Nullable Object day) {
        return day == null ? null : Date.valueOf((LocalDate) day);
    }

    private static String column(Subject subject) {
        return subject instanceof Subject.OfModule ? "module_id" : "page_id";
    }

    static String name(Audience audience) {
        return audience instanceof Audience.Inherited
                ? "INHERITED"
                : audience instanceof Audience.All ? "ALL" : "CHOSEN";
    }

    /** A schedule by the names of its columns, without those it does not use. */
    static Map<String, Object> columns(Schedule schedule) {
        Map<String, Object> columns = new LinkedHashMap<>();
        if (schedule.release() instanceof Release.AfterPurchase it) {
            columns.put("release", "AFTER_PURCHASE");
            columns.put("releaseDays", it.days());
        } else if (schedule.release() instanceof Release.OnDay it) {
            columns.put("release", "ON_DAY");
            columns.put("releaseDay", it.day());
        } else {
            columns.put("release", "AT_ONCE");
        }
        if (schedule.expiry() instanceof Expiry.AfterPurchase it) {
            columns.put("expiry", "AFTER_PURCHASE");
            columns.put("expiryDays", it.days());
        } else if (schedule.expiry() instanceof Expiry.AfterRelease it) {
            columns.put("expiry", "AFTER_RELEASE");
            columns.put("expiryDays", it.days());
        } else if (schedule.expiry() instanceof Expiry.OnDay it) {
            columns.put("expiry", "ON_DAY");
            columns.put("expiryDay", it.lastDay());
        } else {
            columns.put("expiry", "NEVER");
        }
        return columns;
    }

    private static Map<UUID, Saved> collect(JdbcClient.StatementSpec statement) {
        Map<UUID, Building> building = new HashMap<>();
        statement.query(row -> {
            UUID subject = row.getObject("subject_id", UUID.class);
            Building rules = building.get(subject);
            if (rules == null) {
                rules = new Building(row.getString("audience"), row.getLong("version"));
                building.put(subject, rules);
            }
            rules.add(row);
        });
        Map<UUID, Saved> saved = new HashMap<>();
        building.forEach((subject, rules) -> saved.put(subject, rules.done()));
        return saved;
    }

    /** The rules of one subject, put together from its rows. */
    private static final class Building {

        private final String audience;
        private final long version;
        private final Set<GroupId> chosen = new HashSet<>();
        private final Map<GroupId, Schedule> schedules = new HashMap<>();

        Building(String audience, long version) {
            this.audience = audience;
            this.version = version;
        }

        void add(ResultSet row) throws SQLException {
            UUID id = row.getObject("group_id", UUID.class);
            if (id != null) {
                GroupId group = new GroupId(id);
                if (row.getBoolean("in_audience")) {
                    chosen.add(group);
                }
                if (row.getString("release") != null) {
                    schedules.put(group, new Schedule(release(row), expiry(row)));
                }
            }
        }

        Saved done() {
            Audience whose =
                    switch (audience) {
                        case "INHERITED" -> new Audience.Inherited();
                        case "ALL" -> new Audience.All();
                        default -> new Audience.Chosen(chosen);
                    };
            return new Saved(new Rules(whose, schedules), version);
        }

        private static Release release(ResultSet row) throws SQLException {
            return switch (row.getString("release")) {
                case "AFTER_PURCHASE" -> new Release.AfterPurchase(row.getInt("release_days"));
                case "ON_DAY" -> new Release.OnDay(row.getObject("release_day", LocalDate.class));
                default -> new Release.AtOnce();
            };
        }

        private static Expiry expiry(ResultSet row) throws SQLException {
            return switch (row.getString("expiry")) {
                case "AFTER_PURCHASE" -> new Expiry.AfterPurchase(row.getInt("expiry_days"));
                case "AFTER_RELEASE" -> new Expiry.AfterRelease(row.getInt("expiry_days"));
                case "ON_DAY" -> new Expiry.OnDay(row.getObject("expiry_day", LocalDate.class));
                default -> new Expiry.Never();
            };
        }
    }
}
