package io.cohorte.checkout;

import io.cohorte.offers.OfferQueries;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Sha256;
import io.cohorte.web.BaseUrl;
import java.util.HexFormat;
import org.springframework.stereotype.Service;

/** Sends buyers to where they pay by card. No transaction is open while another program is asked. */
@Service
public class CardPayments {

    private static final int MARK_BYTES = 8;

    private final OrderQueries orders;
    private final OfferQueries offers;
    private final StripeSessions sessions;
    private final StripeKeys keys;
    private final BaseUrl baseUrl;

    CardPayments(OrderQueries orders, OfferQueries offers, StripeSessions sessions, StripeKeys keys, BaseUrl baseUrl) {
        this.orders = orders;
        this.offers = offers;
        this.sessions = sessions;
        this.keys = keys;
        this.baseUrl = baseUrl;
    }

    /** The origin of the pages on which buyers pay. */
    public String origin() {
        return keys.checkout();
    }

    /**
     * Where the buyer of an order pays it, however often that is asked.
     *
     * @param token of the buyer's own page of it, to which the buyer comes back
     * @throws NotFound if there is no such order, or it isn't one to pay by card
     * @throws OrderDecided if it is paid, or was given up
     * @throws CardPaymentUnavailable if Stripe can't be asked
     */
    public String begin(String token) {
        OrderView order = orders.byToken(token)
                .map(OrderQueries.OwnOrder::order)
                .filter(it -> it.method() == PaymentMethod.STRIPE)
                .orElseThrow(() -> new NotFound("order to pay by card"));
        if (order.state() != OrderState.PENDING) {
            throw OrderDecided.as(order.state());
        }
        // The address to come back to is part of what is asked, and so of the key: another one makes another page.
        String key = order.id() + ":" + HexFormat.of().formatHex(Sha256.of(token), 0, MARK_BYTES);
        return sessions.open(
                order,
                offers.landing(order.product().id(), order.offer()).lasting(),
                baseUrl.link("/o/orders/" + token),
                key);
    }
}
