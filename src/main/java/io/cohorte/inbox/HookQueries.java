package io.cohorte.inbox;

import io.cohorte.shared.AreaId;
import io.cohorte.web.BaseUrl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of where an area's providers report to. */
@Service
public class HookQueries {

    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;

    HookQueries(JdbcClient jdbc, BaseUrl baseUrl) {
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
    }

    /** Empty until an owner asks for an address. */
    public Optional<HookView> of(AreaId area) {
        return jdbc.sql("""
                        SELECT hook_key, created_at, hotmart_token IS NOT NULL AS token_set, paused_at, version
                        FROM hooks WHERE area_id = :area
                        """).param("area", area.value()).query(this::view).optional();
    }

    /** Whether providers can't reach the program where it says it is: not from outside, or not encrypted. */
    public boolean isOutOfReach() {
        return baseUrl.isLocal() || !baseUrl.isHttps();
    }

    private HookView view(ResultSet row, int number) throws SQLException {
        return new HookView(
                baseUrl.link("/hooks/hotmart/" + row.getString("hook_key")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("token_set"),
                Optional.ofNullable(row.getObject("paused_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getLong("version"));
    }
}
