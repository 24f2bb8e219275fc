package io.cohorte.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductId;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** An offer leads to one group or follows the default: never to two. */
class OfferTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Price PRICE = new Price(4990, Currency.getInstance("USD"));

    private static final Lasting MONTHLY = new Lasting(null, Period.MONTH);

    private final OfferId id = OfferId.next();
    private final Offer offer = new Offer(ProductId.next(), id, "Normal", PRICE, Lasting.FOR_LIFE, NOW);
    private final GroupId group = new GroupId(Ids.next());
    private final GroupId other = new GroupId(Ids.next());

    @Test
    void followsTheDefaultAtFirst() {
        assertThat(offer.id()).isEqualTo(id);
        assertThat(offer.group()).isEmpty();
    }

    @Test
    void leadsToOneGroup() {
        offer.leadTo(group);

        assertThat(offer.group()).contains(group);
    }

    @Test
    void leavesOneGroupForTheOther() {
        offer.leadTo(group);
        offer.leadTo(other);

        assertThat(offer.group()).contains(other);
    }

    @Test
    void followsTheDefaultAgain() {
        offer.leadTo(group);
        offer.followDefault();

        assertThat(offer.group()).isEmpty();
    }

    @Test
    void refusesToLeadToNoGroup() {
        offer.leadTo(group);

        assertThatNullPointerException().isThrownBy(() -> offer.leadTo(null));

        assertThat(offer.group()).contains(group);
    }

    @Test
    void keepsItsGroupWhenItIsDescribedAnew() {
        Price dearer = new Price(19900, Currency.getInstance("CLP"));
        offer.leadTo(group);

        offer.describe("Especial", dearer, MONTHLY);

        assertThat(offer.name()).isEqualTo("Especial");
        assertThat(offer.price()).isEqualTo(dearer);
        assertThat(offer.lasting()).isEqualTo(MONTHLY);
        assertThat(offer.group()).contains(group);
    }

    @Test
    void isOnSaleUntilItIsDeactivatedAndAgainAfterwards() {
        offer.leadTo(group);
        assertThat(offer.isActive()).isTrue();

        offer.deactivate(NOW);
        assertThat(offer.isActive()).isFalse();
        assertThat(offer.group()).contains(group);

        offer.activate();
        assertThat(offer.isActive()).isTrue();
    }

    @Test
    void tellsWhatItWasAtAMoment() {
        offer.leadTo(group);
        OfferState before = OfferState.of(offer);
        offer.followDefault();
        offer.deactivate(NOW);

        assertThat(before).isEqualTo(new OfferState("Normal", PRICE, Lasting.FOR_LIFE, group.value(), true));
        assertThat(OfferState.of(offer)).isEqualTo(new OfferState("Normal", PRICE, Lasting.FOR_LIFE, null, false));
    }
}
