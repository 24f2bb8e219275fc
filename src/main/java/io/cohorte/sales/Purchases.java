package io.cohorte.sales;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductRef;
import java.util.UUID;

/** The door for whatever happens to purchases. */
@CommandService
public class Purchases {

    /**
     * Records what happened, once, computes the purchase it is about anew from all that is known of it, and settles what
     * its buyer has (product.md D1 to D7). The buyer's account is found or made with the first approved payment, and the
     * buyer told by mail. In whatever order events are recorded, the end is the same.
     *
     * @throws io.cohorte.groups.ProductEnrolsNobody if somebody who is not in would have to be enrolled in an archived
     *     product; nothing is recorded then
     */
    public Recorded record(ProductRef product, SaleEvent event, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Says what becomes of the product's purchases when money is in doubt, of those that are so now as well. */
    public void decide(
            ProductRef product,
            SaleSettings.OnDoubt onDispute,
            SaleSettings.OnDoubt onOverdue,
            long opened,
            Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Notes that staff have looked at what asked for attention. */
    public void looked(ProductRef product, UUID purchase, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
