package io.cohorte.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupNameTaken;
import io.cohorte.groups.GroupQueries;
import io.cohorte.offers.GroupSetup.TickedOffer;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CohorteTest
class OffersTests {

    @Autowired
    World world;

    @Autowired
    Offers offers;

    @Autowired
    OfferQueries queries;

    @Autowired
    GroupSetup setup;

    @Autowired
    GroupQueries groups;

    @Test
    void givesEachOfferACodeOfItsOwnThatIsFoundWhateverItsCase() {
        TestProduct product = world.product();
        String first = queries.get(product.ref().id(), world.offer(product, "First", null))
                .code();
        String second = queries.get(product.ref().id(), world.offer(product, "Second", null))
                .code();

        assertThat(first).hasSize(16).isNotEqualTo(second);
        assertThat(queries.byCode(" " + first.toUpperCase(Locale.ROOT) + " "))
                .hasValueSatisfying(it -> assertThat(it.offerName()).isEqualTo("First"));
        assertThat(queries.byCode("nobody-knows-this")).isEmpty();
    }

    @Test
    void takesAnOfferFromItsGroupKnowingly() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        OfferId offer = world.offer(product, "Mentoría", vip);

        GroupId gold = setup.open(
                product.ref(),
                "Oro",
                false,
                CommentSetting.OPEN,
                List.of(new TickedOffer(offer, Optional.of(vip))),
                product.owner());

        assertThat(queries.get(product.ref().id(), offer).group()).isEqualTo(gold);
    }

    @Test
    void tellsTheSecondOfTwoWhoLinkOneOfferAndOpensNoGroup() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        OfferId offer = world.offer(product, "Mentoría", null);
        offers.lead(product.ref(), offer, Optional.empty(), vip, product.owner());

        assertThatThrownBy(() -> setup.open(
                        product.ref(),
                        "Oro",
                        true,
                        CommentSetting.OPEN,
                        List.of(new TickedOffer(offer, Optional.empty())),
                        product.owner()))
                .isInstanceOf(OfferMovedMeanwhile.class);

        assertThat(queries.get(product.ref().id(), offer).group()).isEqualTo(vip);
        assertThat(groups.choices(product.ref().id())).hasSize(2);
        assertThat(world.defaultGroup(product)).isEqualTo(product.firstGroup());
    }

    @Test
    void changesNameDefaultAndOffersOfAGroupAtOnceOrNotAtAll() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        OfferId own = world.offer(product, "Own", vip);
        OfferId free = world.offer(product, "Free", null);

        assertThatThrownBy(() -> setup.change(
                        product.ref(),
                        vip,
                        "Grupo GENERAL",
                        0,
                        true,
                        CommentSetting.OFF,
                        List.of(new TickedOffer(free, Optional.empty())),
                        List.of(own),
                        product.owner()))
                .isInstanceOf(GroupNameTaken.class);
        assertThat(queries.get(product.ref().id(), own).group()).isEqualTo(vip);

        setup.change(
                product.ref(),
                vip,
                "Oro",
                0,
                true,
                CommentSetting.APPROVED_FIRST,
                List.of(new TickedOffer(free, Optional.empty())),
                List.of(own),
                product.owner());
        assertThat(queries.get(product.ref().id(), own).group()).isNull();
        assertThat(queries.get(product.ref().id(), free).group()).isEqualTo(vip);
        assertThat(world.defaultGroup(product)).isEqualTo(vip);
        assertThat(groups.choices(product.ref().id()).get(0).comments()).isEqualTo(CommentSetting.APPROVED_FIRST);
    }

    @Test
    void refusesAnEditThatSomebodyElseOvertook() {
        TestProduct product = world.product();
        OfferId offer = world.offer(product, "Mentoría", null);
        Price price = new Price(100, Currency.getInstance("USD"));
        offers.edit(product.ref(), offer, "Mentoría 2026", price, Lasting.FOR_LIFE, null, 0, product.owner());

        assertThatThrownBy(() ->
                        offers.edit(product.ref(), offer, "Otra", price, Lasting.FOR_LIFE, null, 0, product.owner()))
                .isInstanceOf(StaleEdit.class);
    }

    @Test
    void leadsToNoGroupOfAnotherProduct() {
        TestProduct product = world.product();
        TestProduct other = world.product();

        assertThatThrownBy(() -> world.offer(product, "Mentoría", other.firstGroup()))
                .isInstanceOf(GroupGone.class);
    }

    @Test
    void saysOffSaleOfADeactivatedOfferUntilItIsActivated() {
        TestProduct product = world.product();
        OfferId offer = world.offer(product, "Mentoría", null);
        String code = queries.get(product.ref().id(), offer).code();

        offers.deactivate(product.ref(), offer, product.owner());
        assertThat(queries.byCode(code))
                .hasValueSatisfying(it -> assertThat(it.onSale()).isFalse());

        offers.activate(product.ref(), offer, product.owner());
        assertThat(queries.byCode(code))
                .hasValueSatisfying(it -> assertThat(it.onSale()).isTrue());
    }
}
