package io.cohorte.areas;

import io.cohorte.shared.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What shows that somebody reads the log of this installation. Only the hash of a token is kept. */
@Component
class SetUpTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;

    SetUpTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token. Those before stay good: another node may have printed them. */
    String make() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("INSERT INTO set_up_tokens (token_hash, created_at) VALUES (:hash, :now)")
                .param("hash", Sha256.of(token))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    /** Whether that token was made here; takes as long however much of it is right. */
    boolean isOne(String token) {
        byte[] hash = Sha256.of(token);
        boolean found = false;
        for (byte[] known : jdbc.sql("SELECT token_hash FROM set_up_tokens")
                .query(byte[].class)
                .list()) {
            found |= MessageDigest.isEqual(known, hash);
        }
        return found;
    }

    void forget() {
        jdbc.sql("DELETE FROM set_up_tokens").update();
    }
}
