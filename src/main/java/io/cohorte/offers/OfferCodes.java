package io.cohorte.offers;

import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes in offer links: unique among all products, not to be guessed, easy to read out. */
@Component
class OfferCodes {

    /** Without letters and digits that look alike: 16 of them are 79 bits. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    OfferCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void give(ProductId product, OfferId offer) {
        jdbc.sql("INSERT INTO offer_codes (code, product_id, offer_id) VALUES (:code, :product, :offer)")
                .param("code", newCode())
                .param("product", product.value())
                .param("offer", offer.value())
                .update();
    }

    /** A code as it is stored, whatever case and spaces it was typed with. */
    static String normalise(String typed) {
        return PlainText.withoutSpaces(typed).toLowerCase(Locale.ROOT);
    }

    private static String newCode() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, it) -> text.append(ALPHABET.charAt(it)), StringBuilder::append)
                .toString();
    }
}
