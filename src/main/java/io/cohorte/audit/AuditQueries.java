package io.cohorte.audit;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The door for reads of what was changed in an area. What concerns accounts alone is of no area and in no answer. */
@Service
public class AuditQueries {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One page of the entries that match, the newest first. */
    public Keyset.Page<AuditEntry> page(AuditFilter filter, Keyset.Request request) {
        Keyset.Position position = request.position();
        UUID behind = position == null ? null : position.id();
        return Keyset.page(
                request,
                find(filter, behind, request.backwards(), Keyset.PAGE + 1),
                it -> new Keyset.Position("", it.id()));
    }

    /**
     * The next entries that match, the newest first, for whoever goes through all of them.
     *
     * @param behind the last one seen; null to begin
     */
    public List<AuditEntry> next(AuditFilter filter, @Nullable UUID behind, int limit) {
        return find(filter, behind, false, limit);
    }

    /** How many entries match. */
    public Count countUpToCap(AuditFilter filter) {
        AuditCriteria criteria = new AuditCriteria(filter);
        return Count.of(jdbc.sql("SELECT count(*) FROM (" + criteria.ids("DESC", Count.LIMIT) + ") AS counted")
                .params(criteria.parameters())
                .query(Long.class)
                .single());
    }

    /** The kinds of change there were in an area: by leaps through the index, a leap a kind. */
    public List<String> kinds(AreaId area) {
        return jdbc.sql("""
                        WITH RECURSIVE kinds AS (
                            (SELECT kind FROM audit_entries WHERE area_id = :area ORDER BY kind LIMIT 1)
                            UNION ALL
                            SELECT (SELECT e.kind FROM audit_entries e
                                    WHERE e.area_id = :area AND e.kind > kinds.kind ORDER BY e.kind LIMIT 1)
                            FROM kinds WHERE kinds.kind IS NOT NULL)
                        SELECT kind FROM kinds WHERE kind IS NOT NULL
                        """).param("area", area.value()).query(String.class).list();
    }

    private List<AuditEntry> find(AuditFilter filter, @Nullable UUID behind, boolean backwards, int limit) {
        AuditCriteria criteria = new AuditCriteria(filter);
        if (behind != null) {
            criteria.behind(behind, backwards);
        }
        String direction = backwards ? "ASC" : "DESC";
        return jdbc.sql("""
                        SELECT entry_id, at, actor_id, kind, product_id, subject_id, before, after
                        FROM audit_entries JOIN (%s) AS found USING (entry_id) ORDER BY entry_id %s
                        """.formatted(criteria.ids(direction, limit), direction))
                .params(criteria.parameters())
                .query(this::entry)
                .list();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("entry_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("actor_id", UUID.class))
                        .map(AccountId::new)
                        .orElse(null),
                row.getString("kind"),
                Optional.ofNullable(row.getObject("product_id", UUID.class))
                        .map(ProductId::new)
                        .orElse(null),
                row.getObject("subject_id", UUID.class),
                json.readValue(row.getString("before"), VALUES),
                json.readValue(row.getString("after"), VALUES));
    }
}
