package io.cohorte.sales;

import io.cohorte.sales.PurchaseRows.RunOut;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Closes the purchases whose time has run out. Access ends without it, at the instant; this lets another purchase decide
 * on the group from then on (product.md D3).
 */
@Component
class RunOuts {

    private static final int SOME = 200;

    private final PurchaseRows rows;
    private final Purchases purchases;

    RunOuts(PurchaseRows rows, Purchases purchases) {
        this.rows = rows;
        this.purchases = purchases;
    }

    void run() {
        List<RunOut> some;
        do {
            some = rows.runOut(SOME);
            some.forEach(it -> purchases.refresh(it.product(), it.buyer()));
        } while (some.size() == SOME);
    }
}
