package io.cohorte.areas;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Language;
import io.cohorte.shared.PlainText;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of areas and their people. */
@Service
public class AreaQueries {

    private final JdbcClient jdbc;

    AreaQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An area in a list. */
    public record AreaSummary(String slug, String name) {}

    /** How an area speaks and counts days. */
    public record AreaSettings(Language language, ZoneId zone) {}

    /** The areas in whose staff somebody is, by name. */
    public List<AreaSummary> areasOf(AccountId account) {
        return jdbc.sql("""
                        SELECT slug, name FROM areas
                        WHERE area_id IN (SELECT area_id FROM staff_roles WHERE account_id = :account)
                        """).param("account", account.value()).query(AreaSummary.class).list().stream()
                .sorted(Comparator.comparing(it -> PlainText.sortKey(it.name())))
                .toList();
    }

    public AreaSettings settings(AreaId area) {
        return jdbc.sql("SELECT locale, zone FROM areas WHERE area_id = :area")
                .param("area", area.value())
                .query((row, number) -> new AreaSettings(
                        Language.of(row.getString("locale")).orElseThrow(), ZoneId.of(row.getString("zone"))))
                .single();
    }

    /** Whether there is any area in this installation. */
    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM areas)")
                .query(Boolean.class)
                .single();
    }
}
