package io.cohorte.inbox;

import io.cohorte.shared.AreaId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the area behind an address that providers report to. */
@Component
class HookKeys {

    private final JdbcClient jdbc;

    HookKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param token the SHA-256 of the vendor's secret; null until it is set */
    record Hook(AreaId area, byte @Nullable [] token) {}

    Optional<Hook> find(String key) {
        return jdbc.sql("SELECT area_id, hotmart_token FROM hooks WHERE hook_key = :key")
                .param("key", key)
                .query((row, number) ->
                        new Hook(new AreaId(row.getObject("area_id", UUID.class)), row.getBytes("hotmart_token")))
                .optional();
    }
}
