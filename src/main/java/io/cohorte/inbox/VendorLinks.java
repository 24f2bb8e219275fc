package io.cohorte.inbox;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The door for commands on which of the vendor's products and offers are which of ours. What waited for a link is worked
 * on again, in whatever number, as soon as there is one; what was applied by a link stays applied when it goes.
 */
@CommandService
public class VendorLinks {

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Pattern OFFER = Pattern.compile("[!-~]{1,100}");

    private final VendorRows rows;
    private final ProductQueries products;
    private final OfferQueries offers;
    private final ApplicationEventPublisher events;

    VendorLinks(VendorRows rows, ProductQueries products, OfferQueries offers, ApplicationEventPublisher events) {
        this.rows = rows;
        this.products = products;
        this.offers = offers;
        this.events = events;
    }

    /**
     * Says which of ours a vendor's product is, one that no event has named yet as well.
     *
     * @return how many entries had waited for that
     * @throws InvalidVendorCode if it can't be the vendor's id of a product, and no event has named it so
     * @throws VendorProductTaken if it is another one of ours
     */
    public int link(AreaId area, String vendor, ProductId product, Actor actor) {
        String typed = PlainText.trim(vendor);
        products.get(new ProductRef(area, product));
        if (!rows.isKnown(area, typed) && !PRODUCT.matcher(typed).matches()) {
            throw InvalidVendorCode.ofProduct();
        }
        VendorRef ref = new VendorRef(typed, null);
        Optional<ProductId> linked = rows.hold(area, typed);
        if (linked.isPresent()) {
            if (!linked.get().equals(product)) {
                throw new VendorProductTaken(products.get(linked.get()).name());
            }
            return 0;
        }
        rows.link(area, ref, product, null);
        int released = rows.release(area, ref);
        events.publishEvent(new VendorLinkChanged(actor, area, product, ref, null, product.value(), released));
        return released;
    }

    /**
     * Says of a vendor's product that it is none of ours, nor is any of its offers: what comes of it waits from now on.
     *
     * @throws NotFound if the vendor's product was never named
     */
    public void unlink(AreaId area, String vendor, Actor actor) {
        VendorRef ref = new VendorRef(vendor, null);
        Optional<ProductId> linked = rows.holdKnown(area, vendor);
        linked.ifPresent(product -> {
            rows.unlink(area, ref);
            events.publishEvent(new VendorLinkChanged(actor, area, product, ref, product.value(), null, 0));
        });
    }

    /**
     * Says which offer of ours one of the vendor's is, one that no event has named yet as well.
     *
     * @param seen which of ours it was when this was decided; null for none
     * @param offer null for none: what comes by it waits from now on
     * @return how many entries had waited for that
     * @throws InvalidVendorCode if it can't be the vendor's code of an offer, and no event has named it so
     * @throws NotFound if the vendor's product is none of ours, or ours has no such offer
     * @throws StaleEdit if it is another one by now
     */
    public int linkOffer(
            AreaId area, String vendor, String code, @Nullable UUID seen, @Nullable OfferId offer, Actor actor) {
        ProductId product = rows.holdKnown(area, vendor).orElseThrow(() -> new NotFound("link"));
        VendorRef ref = new VendorRef(vendor, PlainText.trim(code));
        Optional<VendorRows.LinkedOffer> known = rows.offer(area, ref);
        if (known.isEmpty() && !OFFER.matcher(ref.offer()).matches()) {
            throw InvalidVendorCode.ofOffer();
        }
        UUID before = known.map(VendorRows.LinkedOffer::ours).orElse(null);
        UUID after = offer == null ? null : offers.get(product, offer).id().value();
        if (!Objects.equals(before, seen)) {
            throw new StaleEdit();
        }
        if (Objects.equals(before, after)) {
            return 0;
        }
        rows.link(area, ref, product, after);
        int released = after == null ? 0 : rows.release(area, ref);
        events.publishEvent(new VendorLinkChanged(actor, area, product, ref, before, after, released));
        return released;
    }
}
