package io.cohorte.inbox;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.InvalidEmail;
import io.cohorte.inbox.Decision.Code;
import io.cohorte.inbox.HotmartEvent.VendorProduct;
import io.cohorte.inbox.Reading.Told;
import io.cohorte.inbox.VendorCatalog.Known;
import io.cohorte.offers.OfferId;
import io.cohorte.sales.SaleEvent;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.sales.SaleEvent.Payment;
import io.cohorte.sales.SaleEvent.Reference;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the vendor's events, with what of ours its products and offers are linked to. */
@Component
class HotmartReader implements EventReader {

    /** Those that need to know by which offer. */
    private static final Set<SaleEventKind> BY_OFFER =
            EnumSet.of(SaleEventKind.APPROVED, SaleEventKind.COMPLETED, SaleEventKind.SWITCHED);

    private final VendorCatalog catalog;
    private final JsonMapper json;

    HotmartReader(VendorCatalog catalog, JsonMapper json) {
        this.catalog = catalog;
        this.json = json;
    }

    @Override
    public SaleSource source() {
        return SaleSource.HOTMART;
    }

    @Override
    public Reading read(AreaId area, UUID entry, byte[] body) {
        HotmartEvent event = HotmartEvent.of(json.readTree(body), Ids.momentOf(entry));
        if (event.isTest()) {
            return noted(event, EntryState.TEST, Code.TEST, null);
        }
        if (event.kind() == null) {
            return noted(event, EntryState.NOTED, event.known() ? Code.LOGGED : Code.UNKNOWN_EVENT, event.event());
        }
        if (event.transaction() == null && event.subscription() == null) {
            return noted(event, EntryState.STUCK, Code.NO_REFERENCE, null);
        }
        if (event.kind() == SaleEventKind.SWITCHED && event.plans() != 1) {
            return noted(event, EntryState.STUCK, Code.AMBIGUOUS_PLAN, null);
        }
        EmailAddress email = email(event.buyer());
        return email == null
                ? noted(event, EntryState.STUCK, Code.NO_ADDRESS, event.buyer())
                : new Telling(area, entry, event, email).read();
    }

    private static Reading noted(HotmartEvent event, EntryState state, Code code, @Nullable String detail) {
        return Reading.of(event.event(), event.occurredAt(), event.buyer(), state, code, detail);
    }

    private static @Nullable EmailAddress email(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        try {
            return EmailAddress.of(typed);
        } catch (InvalidEmail none) {
            return null;
        }
    }

    /** One event, product by product. */
    private final class Telling {

        private final AreaId area;
        private final UUID entry;
        private final HotmartEvent event;
        private final EmailAddress email;
        private final List<Told> told = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();
        private final List<String> unlinked = new ArrayList<>();

        private Telling(AreaId area, UUID entry, HotmartEvent event, EmailAddress email) {
            this.area = area;
            this.entry = entry;
            this.event = event;
            this.email = email;
        }

        /** A bundle is of its members: it needs no link of its own as long as one of them has one. */
        private Reading read() {
            List<VendorProduct> products = event.products();
            for (int i = 0; i < products.size(); i++) {
                boolean bundle = i == 0 && products.size() > 1;
                read(products.get(i), bundle);
            }
            if (told.isEmpty() && unlinked.isEmpty() && !products.isEmpty()) {
                miss(catalog.product(area, products.get(0)), products.get(0));
            }
            EntryState state =
                    !unlinked.isEmpty() ? EntryState.UNLINKED : told.isEmpty() ? EntryState.STUCK : EntryState.APPLIED;
            if (state == EntryState.STUCK) {
                decisions.add(Decision.of(Code.NO_PRODUCT, null));
            }
            return new Reading(event.event(), event.occurredAt(), email.value(), told, state, decisions, unlinked);
        }

        private void read(VendorProduct product, boolean bundle) {
            Known known = catalog.product(area, product);
            boolean byOffer = BY_OFFER.contains(event.kind()) && event.offer() != null;
            Optional<OfferId> offer =
                    byOffer ? catalog.offer(area, known, event.offer(), event.offerName()) : Optional.empty();
            if (known.product() == null) {
                if (!bundle) {
                    miss(known, product);
                }
                return;
            }
            if (byOffer && offer.isEmpty()) {
                unlinked.add("o:" + known.vendorId() + ":" + event.offer());
                decisions.add(
                        new Decision(Code.UNLINKED_OFFER.name(), known.product().value(), null, null, event.offer()));
            } else {
                told.add(new Told(new ProductRef(area, known.product()), sale(offer.orElse(null))));
            }
        }

        private void miss(Known known, VendorProduct product) {
            unlinked.add("p:" + known.vendorId());
            decisions.add(Decision.of(Code.UNLINKED_PRODUCT, product.name() == null ? product.id() : product.name()));
        }

        private SaleEvent sale(@Nullable OfferId offer) {
            boolean paid = BY_OFFER.contains(event.kind());
            boolean plan = event.transaction() == null;
            return new SaleEvent(
                    SaleSource.HOTMART,
                    event.id(),
                    event.kind(),
                    event.occurredAt(),
                    new Buyer(email, event.buyerName()),
                    new Reference(event.transaction(), event.subscription()),
                    paid ? new Payment(offer, event.paidAt(), plan ? null : event.price(), event.coupon()) : null,
                    event.paidUntil(),
                    entry);
        }
    }
}
