package io.cohorte.sales;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of purchases. */
@Service
public class PurchaseQueries {

    private final JdbcClient jdbc;

    PurchaseQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws io.cohorte.shared.NotFound if the product has no such purchase */
    public PurchaseView get(ProductId product, UUID purchase) {
        throw new UnsupportedOperationException();
    }

    /** What a student bought of a product, the newest first. */
    public List<PurchaseView> of(ProductId product, AccountId student) {
        throw new UnsupportedOperationException();
    }
}
