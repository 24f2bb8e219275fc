package io.cohorte.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cohorte.shared.AreaId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the area behind an address that providers report to. It is remembered for a second, in which a launch reports
 * hundreds of purchases: so long, what an owner changed may still be as it was.
 */
@Component
class HookKeys {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Cache<String, Hook> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    HookKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param token the SHA-256 of the vendor's secret; null until it is set */
    record Hook(AreaId area, byte @Nullable [] token) {}

    Optional<Hook> find(String key) {
        return Optional.ofNullable(known.get(key, it -> read(it).orElse(null)));
    }

    private Optional<Hook> read(String key) {
        return jdbc.sql("SELECT area_id, hotmart_token FROM hooks WHERE hook_key = :key")
                .param("key", key)
                .query((row, number) ->
                        new Hook(new AreaId(row.getObject("area_id", UUID.class)), row.getBytes("hotmart_token")))
                .optional();
    }
}
