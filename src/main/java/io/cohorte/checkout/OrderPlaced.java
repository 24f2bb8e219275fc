package io.cohorte.checkout;

import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody ordered on the page of an offer. Whether it was the person whose address they gave, nobody knows yet: so the
 * program stands for them.
 */
public record OrderPlaced(
        ProductRef where, OrderId order, OfferId offer, AccountId buyer, PaymentMethod method, Price price)
        implements ProductEvent {

    @Override
    public Actor actor() {
        return Actor.program();
    }

    @Override
    public UUID subject() {
        return buyer.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "order",
                order.value(),
                "offer",
                offer.value(),
                "paymentMethod",
                method.name(),
                "priceMinor",
                price.minor(),
                "currency",
                price.currency().getCurrencyCode());
    }
}
