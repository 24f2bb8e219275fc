package io.cohorte.inbox;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import io.cohorte.shared.ProductId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor calls a product or an offer is one of ours, another one, or none any more.
 *
 * @param product of ours it is, or was, or whose offer it is
 * @param what the vendor's name of it
 * @param from ours that it was; null for none
 * @param to ours that it is; null for none
 * @param released how many entries had waited for it
 */
public record VendorLinkChanged(
        Actor actor,
        AreaId area,
        ProductId product,
        VendorRef what,
        @Nullable UUID from,
        @Nullable UUID to,
        int released)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return to != null ? to : from != null ? from : product.value();
    }

    @Override
    public Map<String, ?> before() {
        return from == null ? Map.of() : Map.of("linkedTo", from.toString());
    }

    @Override
    public Map<String, ?> after() {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("vendorProduct", what.product());
        if (what.offer() != null) {
            after.put("vendorOffer", what.offer());
        }
        if (to != null) {
            after.put("linkedTo", to.toString());
            after.put("released", released);
        }
        return after;
    }
}
