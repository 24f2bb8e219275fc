package io.cohorte.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTests {

    private static final OfferId OFFER = new OfferId(Ids.next());
    private static final AccountId BUYER = new AccountId(Ids.next());

    private static Price usd(long minor) {
        return new Price(minor, Currency.getInstance("USD"));
    }

    private static Order order(PaymentMethod method) {
        OrderTerms terms =
                new OrderTerms(OFFER, method, usd(5000), usd(method == PaymentMethod.FREE ? 0 : 4000), "X", null);
        ProductRef product = new ProductRef(AreaId.next(), new ProductId(Ids.next()));
        return new Order(product, terms, BUYER, "Ana Peña", Instant.EPOCH);
    }

    @Test
    void beginsAsItsWayToPayAsks() {
        assertThat(order(PaymentMethod.FREE).state()).isEqualTo(OrderState.UNCONFIRMED);
        assertThat(order(PaymentMethod.MANUAL).state()).isEqualTo(OrderState.WAITING);
        assertThat(order(PaymentMethod.STRIPE).state()).isEqualTo(OrderState.PENDING);
    }

    /** Each way is written down here apart from the program's own table. */
    @ParameterizedTest
    @EnumSource
    void goesForwardsAlongItsWayAndNowhereElse(OrderState state) {
        Set<OrderState> expected =
                switch (state) {
                    case UNCONFIRMED, PENDING -> EnumSet.of(OrderState.APPROVED, OrderState.EXPIRED);
                    case WAITING -> EnumSet.of(OrderState.APPROVED, OrderState.REJECTED);
                    case APPROVED -> EnumSet.of(OrderState.REFUNDED);
                    default -> EnumSet.noneOf(OrderState.class);
                };
        for (OrderState next : OrderState.values()) {
            Order order = at(state);
            if (expected.contains(next)) {
                order.become(next);
                assertThat(order.state()).isEqualTo(next);
            } else {
                assertThatExceptionOfType(OrderDecided.class)
                        .as("%s to %s", state, next)
                        .isThrownBy(() -> order.become(next))
                        .withMessage("checkout.order.decided." + state);
                assertThat(order.state()).isEqualTo(state);
            }
        }
    }

    private static Order at(OrderState state) {
        List<OrderState> way =
                switch (state) {
                    case APPROVED -> List.of(OrderState.APPROVED);
                    case REFUNDED -> List.of(OrderState.APPROVED, OrderState.REFUNDED);
                    case REJECTED -> List.of(OrderState.REJECTED);
                    case EXPIRED -> List.of(OrderState.EXPIRED);
                    default -> List.of();
                };
        Order order = order(
                switch (state) {
                    case UNCONFIRMED, EXPIRED -> PaymentMethod.FREE;
                    case PENDING -> PaymentMethod.STRIPE;
                    default -> PaymentMethod.MANUAL;
                });
        way.forEach(order::become);
        return order;
    }

    @Test
    void knowsNoFreeOrderThatCostsAndNoOtherThatDoesNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderTerms(OFFER, PaymentMethod.FREE, usd(10), usd(10), null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderTerms(OFFER, PaymentMethod.MANUAL, usd(10), usd(0), null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderTerms(OFFER, PaymentMethod.MANUAL, usd(10), usd(11), null, null));
    }

    @Test
    void hasANumberThatIsReadBackHoweverItIsTyped() {
        for (int i = 0; i < 1_000; i++) {
            String number = OrderNumber.next();
            String shown = OrderNumber.shown(number);
            assertThat(List.of(number, shown, shown.toLowerCase(), " #" + shown + " "))
                    .allSatisfy(it -> assertThat(OrderNumber.read(it)).contains(number));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "7F3A-92C", "7F3A-92CI", "7F3A-92C1-0"})
    void readsNoNumberInOtherWords(String typed) {
        assertThat(OrderNumber.read(typed)).isEmpty();
    }
}
