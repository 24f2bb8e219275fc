package io.cohorte.imports;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Quotas as they are stored: a row an area, what each import has of it, and every change as an entry. */
@Component
class QuotaLedger {

    private static final String KEY = "product_id = :product AND import_id = :import";

    /**
     * What the sales of an area {@code q} add, counted whenever it is asked: a counter would be one row that every sale
     * of a launch waits for.
     */
    private static final String CREDITS = """
            (SELECT least(count(*) * %d, 2147483647)::integer FROM purchases s
             WHERE s.area_id = q.area_id AND s.counts)""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String columns;

    QuotaLedger(JdbcClient jdbc, Clock clock, QuotaSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.columns =
                "q.base, q.used, q.reserved, q.version, " + CREDITS.formatted(settings.perSale()) + " AS credits";
    }

    /** Of {@code import_quotas q}, with what sales have added by now. */
    String columns() {
        return columns;
    }

    void open(AreaId area, @Nullable Integer base, Actor actor) {
        jdbc.sql("INSERT INTO import_quotas (area_id, base) VALUES (:area, :base)")
                .param("area", area.value())
                .param("base", base, Types.INTEGER)
                .update();
        writeSetting(area, base, actor);
    }

    /** The quota of an area, for this transaction alone to change. Sales go on meanwhile: they are counted once it is held. */
    Quota hold(AreaId area) {
        jdbc.sql("SELECT FROM import_quotas WHERE area_id = :area FOR UPDATE")
                .param("area", area.value())
                .query((row, number) -> number)
                .single();
        return read(area);
    }

    Quota read(AreaId area) {
        return jdbc.sql("SELECT " + columns + " FROM import_quotas q WHERE q.area_id = :area")
                .param("area", area.value())
                .query(QuotaLedger::quota)
                .single();
    }

    static Quota quota(ResultSet row, int number) throws SQLException {
        return new Quota(
                row.getObject("base", Integer.class),
                row.getInt("credits"),
                row.getLong("used"),
                row.getLong("reserved"),
                row.getLong("version"));
    }

    void store(AreaId area, Quota quota) {
        jdbc.sql("""
                        UPDATE import_quotas
                        SET base = :base, credits = :credits, used = :used, reserved = :reserved, version = :version
                        WHERE area_id = :area
                        """)
                .param("area", area.value())
                .param("base", quota.base(), Types.INTEGER)
                .param("credits", quota.credits())
                .param("used", quota.used())
                .param("reserved", quota.reserved())
                .param("version", quota.version())
                .update();
    }

    Optional<QuotaClaim> claim(ImportKey key) {
        return of(key, "SELECT reserved, used, returned FROM import_quota_claims WHERE " + KEY)
                .query((row, number) -> new QuotaClaim(
                        row.getInt("reserved"), row.getObject("used", Integer.class), row.getInt("returned")))
                .optional();
    }

    void store(AreaId area, ImportKey key, QuotaClaim claim) {
        of(key, """
                        INSERT INTO import_quota_claims (product_id, import_id, area_id, reserved, used, returned)
                        VALUES (:product, :import, :area, :reserved, :used, :returned)
                        ON CONFLICT (product_id, import_id)
                        DO UPDATE SET used = excluded.used, returned = excluded.returned
                        """)
                .param("area", area.value())
                .param("reserved", claim.reserved())
                .param("used", claim.used(), Types.INTEGER)
                .param("returned", claim.returned())
                .update();
    }

    private StatementSpec of(ImportKey key, String sql) {
        return jdbc.sql(sql).param("product", key.productId()).param("import", key.importId());
    }

    /** What an import did; a quota that is to be stored is stored before. */
    void write(AreaId area, ImportKey key, String kind, int amount) {
        write(area, kind, amount, key, Actor.program());
    }

    void writeSetting(AreaId area, @Nullable Integer base, Actor actor) {
        write(area, "SET", base, null, actor);
    }

    private void write(AreaId area, String kind, @Nullable Integer amount, @Nullable ImportKey key, Actor actor) {
        jdbc.sql("""
                        INSERT INTO import_quota_entries
                            (area_id, entry_id, at, kind, amount, remaining, product_id, import_id, actor_id)
                        SELECT area_id, :id, :now, :kind, :amount, remaining, :product, :import, :actor
                        FROM import_quotas WHERE area_id = :area
                        """)
                .param("area", area.value())
                .param("id", Ids.next())
                .param("now", Timestamp.from(clock.instant()))
                .param("kind", kind)
                .param("amount", amount, Types.INTEGER)
                .param("product", key == null ? null : key.productId(), Types.OTHER)
                .param("import", key == null ? null : key.importId(), Types.OTHER)
                .param("actor", actor.accountValue(), Types.OTHER)
                .update();
    }
}
