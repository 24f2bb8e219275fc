package io.cohorte.checkout;

import io.cohorte.mail.SecretLink;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.Sha256;
import io.cohorte.web.BaseUrl;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ways to a buyer's own order, for those who have no account yet. One stands in the address of the page that follows the
 * order; others are mailed, and show that whoever comes by them reads that mailbox.
 */
@Component
public class OrderLinks {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[\\w-]{43}");

    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;
    private final Clock clock;

    OrderLinks(JdbcClient jdbc, BaseUrl baseUrl, Clock clock) {
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** @param mailed whether who comes by it reads the buyer's mail */
    record OrderLink(ProductId product, OrderId order, boolean mailed) {}

    /** A new one, for a form; it leads nowhere until an order is placed by it. */
    public static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a text could be one: what came with a form is anybody's. */
    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** Makes one for a mail that is being sent. Earlier ones stay valid. */
    SecretLink make(ProductId product, OrderId order) {
        String token = newToken();
        keep(product, order, token, true);
        return new SecretLink("ORDER", baseUrl.link("/o/orders/" + token), token);
    }

    /** Of two orders by one token, the second meets its key. */
    void keep(ProductId product, OrderId order, String token, boolean mailed) {
        jdbc.sql("INSERT INTO order_links (token_hash, product_id, order_id, mailed, created_at) "
                        + "VALUES (:hash, :product, :order, :mailed, :now)")
                .param("hash", Sha256.of(token))
                .param("product", product.value())
                .param("order", order.value())
                .param("mailed", mailed)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<OrderLink> find(String token) {
        return jdbc.sql("SELECT product_id, order_id, mailed FROM order_links WHERE token_hash = :hash")
                .param("hash", Sha256.of(token))
                .query((row, number) -> new OrderLink(
                        new ProductId(row.getObject("product_id", UUID.class)),
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getBoolean("mailed")))
                .optional();
    }
}
