package io.cohorte.inbox;

import static io.cohorte.inbox.StripeFixtures.charge;
import static io.cohorte.inbox.StripeFixtures.dispute;
import static io.cohorte.inbox.StripeFixtures.invoice;
import static io.cohorte.inbox.StripeFixtures.invoicePayment;
import static io.cohorte.inbox.StripeFixtures.metadata;
import static io.cohorte.inbox.StripeFixtures.session;
import static io.cohorte.inbox.StripeFixtures.subscribed;
import static io.cohorte.inbox.StripeFixtures.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.StripeObject;
import com.stripe.model.Subscription;
import io.cohorte.offers.Price;
import io.cohorte.sales.SaleEventKind;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What Stripe's events are for a purchase. The objects are those of its own library. */
class StripeEventTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-04-10T12:00:00Z");

    private final UUID area = UUID.randomUUID();
    private final UUID product = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final Map<String, String> ours = metadata(area, product, order);

    @ParameterizedTest
    @CsvSource({
        "checkout.session.completed, paid, APPROVED",
        "checkout.session.completed, no_payment_required, APPROVED",
        "checkout.session.completed, unpaid,",
        "checkout.session.async_payment_succeeded, paid, APPROVED",
        "checkout.session.async_payment_failed, unpaid, CANCELLED",
        "checkout.session.expired, unpaid, EXPIRED"
    })
    void readsSessions(String type, String status, SaleEventKind kind) {
        StripeEvent event = read(type, session(ours, status, 4491, "pi_1"));

        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.order()).isEqualTo(new StripeEvent.OrderRef(area, product, order));
        assertThat(event.transaction()).isEqualTo("pi_1");
        assertThat(event.subscription()).isNull();
        assertThat(event.paidAt()).isEqualTo(kind == SaleEventKind.APPROVED ? NOW : null);
        assertThat(event.price()).isEqualTo(new Price(4491, Currency.getInstance("USD")));
        assertThat(event.live()).isTrue();
    }

    @Test
    void readsWhichInvoiceAPaymentWasFor() {
        StripeEvent event = read("invoice_payment.paid", invoicePayment("pi_1", "in_1"));

        assertThat(event.kind()).isNull();
        assertThat(event.transaction()).isEqualTo("pi_1");
        assertThat(event.invoice()).isEqualTo("in_1");
    }

    /** The session and the invoice of a first payment are of one transaction: either of them may be lost. */
    @Test
    void knowsThePaymentOfASubscriptionByItsInvoice() {
        StripeEvent session = read("checkout.session.completed", subscribed(ours, 990, "sub_1", "in_1"));
        StripeEvent invoice =
                read("invoice.paid", invoice(ours, "in_1", "sub_1", "subscription_create", 990, NOW, NEXT));

        assertThat(session.transaction()).isEqualTo(invoice.transaction()).isEqualTo("in_1");
        assertThat(session.subscription()).isEqualTo(invoice.subscription()).isEqualTo("sub_1");
        assertThat(session.kind()).isEqualTo(invoice.kind()).isEqualTo(SaleEventKind.APPROVED);
        assertThat(session.order()).isEqualTo(invoice.order()).isNotNull();
        assertThat(invoice.paidUntil()).isEqualTo(NEXT);
        assertThat(invoice.price().minor()).isEqualTo(990);
    }

    @ParameterizedTest
    @CsvSource({
        "invoice.paid, subscription_cycle, APPROVED",
        "invoice.paid, subscription_create, APPROVED",
        "invoice.paid, subscription_update,",
        "invoice.paid, manual,",
        "invoice.payment_failed, subscription_cycle, OVERDUE",
        "invoice.payment_failed, subscription_create,"
    })
    void readsInvoices(String type, String reason, SaleEventKind kind) {
        assertThat(read(type, invoice(ours, "in_2", "sub_1", reason, 990, NOW, NEXT))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void endsASubscriptionWithThePeriodThatIsPaidFor() {
        StripeEvent gone = read("customer.subscription.deleted", subscription(ours, "sub_1", false, NEXT));
        StripeEvent going = read("customer.subscription.updated", subscription(ours, "sub_1", true, NEXT));
        StripeEvent changed = read("customer.subscription.updated", subscription(ours, "sub_1", false, NEXT));

        assertThat(gone.kind()).isEqualTo(going.kind()).isEqualTo(SaleEventKind.ENDING);
        assertThat(gone.paidUntil()).isEqualTo(going.paidUntil()).isEqualTo(NEXT);
        assertThat(gone.transaction()).isNull();
        assertThat(gone.subscription()).isEqualTo("sub_1");
        assertThat(changed.kind()).isNull();
    }

    @Test
    void countsNoPeriodThatNobodyPaid() {
        Subscription unpaid = subscription(ours, "sub_1", false, NEXT);
        Subscription.CancellationDetails why = new Subscription.CancellationDetails();
        why.setReason("payment_failed");
        unpaid.setCancellationDetails(why);

        assertThat(read("customer.subscription.deleted", unpaid).paidUntil()).isNull();
    }

    @Test
    void tellsWholeRefundsFromPartialOnes() {
        assertThat(read("charge.refunded", charge(ours, "pi_1", 4491, 4491)).kind())
                .isEqualTo(SaleEventKind.REFUNDED);
        assertThat(read("charge.refunded", charge(ours, "pi_1", 4491, 1)).kind())
                .isEqualTo(SaleEventKind.PARTLY_REFUNDED);
        assertThat(read("charge.refunded", charge(ours, "pi_1", 4491, 1)).transaction())
                .isEqualTo("pi_1");
    }

    @ParameterizedTest
    @CsvSource({
        "charge.dispute.created, needs_response, DISPUTED",
        "charge.dispute.closed, won, COMPLETED",
        "charge.dispute.closed, warning_closed, COMPLETED",
        "charge.dispute.closed, lost, CHARGED_BACK",
        "charge.dispute.closed, under_review,",
        "charge.dispute.updated, lost,",
        "payment_intent.succeeded, ,"
    })
    void readsDisputes(String type, String status, SaleEventKind kind) {
        StripeEvent event = read(type, dispute("pi_1", status));

        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.transaction()).isEqualTo("pi_1");
        assertThat(event.order()).isNull();
    }

    @Test
    void knowsNoOrderInWhatOthersNote() {
        assertThat(read("charge.refunded", charge(Map.of("order", "4711"), "pi_1", 1, 1))
                        .order())
                .isNull();
        assertThat(read("charge.refunded", charge(Map.of(), "pi_1", 1, 1)).order())
                .isNull();
    }

    private static StripeEvent read(String type, StripeObject object) {
        String body = StripeFixtures.event("evt_1", type, NOW, true, object);
        return StripeEvent.of(JSON.readTree(body), Instant.EPOCH);
    }
}
