package io.cohorte.imports;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.SearchWords;
import io.cohorte.web.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of the quotas of areas. */
@Service
public class QuotaQueries {

    private final JdbcClient jdbc;
    private final QuotaLedger ledger;
    private final String select;

    QuotaQueries(JdbcClient jdbc, QuotaLedger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.select = "SELECT a.area_id, a.slug, a.name, " + ledger.columns()
                + " FROM areas a JOIN import_quotas q ON q.area_id = a.area_id WHERE ";
    }

    /** An area with its quota. */
    public record AreaQuota(AreaId area, String slug, String name, Quota quota) {}

    public Quota of(AreaId area) {
        return ledger.read(area);
    }

    /** @throws NotFound if no area has that slug now */
    public AreaQuota ofArea(String slug) {
        return jdbc.sql(select + "a.slug = :slug")
                .param("slug", slug)
                .query(QuotaQueries::view)
                .optional()
                .orElseThrow(() -> new NotFound("area"));
    }

    /** All areas of the installation by slug, or those that have each word of a text in their slug or name. */
    public Keyset.Page<AreaQuota> page(String text, Keyset.Request request) {
        Keyset.Position position = request.position();
        String behind = position == null ? "" : " AND a.slug " + (request.backwards() ? "<" : ">") + " :slug ";
        List<AreaQuota> found = jdbc.sql(
                        select + """
                        a.slug || ' ' || regexp_replace(normalize(lower(a.name), NFKD), '[\\u0300-\\u036F]', '', 'g')
                            LIKE ALL (:words)
                        """ + behind + " ORDER BY a.slug " + (request.backwards() ? "DESC" : "ASC") + " LIMIT "
                                + (Keyset.PAGE + 1))
                .param(
                        "words",
                        SearchWords.of(text).stream().map(SearchWords::anywhere).toArray(String[]::new))
                .param("slug", position == null ? null : position.sort())
                .query(QuotaQueries::view)
                .list();
        return Keyset.page(
                request, found, it -> new Keyset.Position(it.slug(), it.area().value()));
    }

    private static AreaQuota view(ResultSet row, int number) throws SQLException {
        return new AreaQuota(
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                QuotaLedger.quota(row, number));
    }
}
