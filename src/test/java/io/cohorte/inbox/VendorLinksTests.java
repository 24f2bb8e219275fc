package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.offers.OfferId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.InboxEntries;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of the vendor's products and offers are which of ours, and what happens to those that waited for it. */
@CohorteTest
class VendorLinksTests {

    @Autowired
    World world;

    @Autowired
    VendorLinks links;

    @Autowired
    VendorLinkQueries queries;

    @Autowired
    Hooks hooks;

    @Autowired
    JdbcClient jdbc;

    private InboxEntries entries;
    private TestProduct product;
    private AreaId area;
    private ProductId ours;
    private OfferId offer;
    private Actor owner;

    /** Paused: so that what is set free stays where a test can see it. */
    @BeforeEach
    void build() {
        entries = new InboxEntries(jdbc);
        product = world.product();
        area = product.area().id();
        ours = product.ref().id();
        owner = product.owner();
        offer = world.offer(product, "Lanzamiento", null);
        hooks.open(area, owner);
        hooks.pause(area, owner);
        entries.vendor(area, "4242", "Curso de luz", "abc", "def");
    }

    @Test
    void setsAllFreeThatWaitForAProduct() {
        UUID first = entries.unlinked(area, "p:4242");
        UUID combo = entries.unlinked(area, "p:77", "p:4242");
        UUID other = entries.unlinked(area, "p:77");
        UUID elsewhere = entries.unlinked(world.area().id(), "p:4242");

        assertThat(links.link(area, "4242", ours, owner)).isEqualTo(2);

        assertThat(entries.state(first)).isEqualTo("WAITING");
        assertThat(entries.state(combo)).isEqualTo("WAITING");
        assertThat(entries.state(other)).isEqualTo("UNLINKED");
        assertThat(entries.state(elsewhere)).isEqualTo("UNLINKED");
        assertThat(queries.get(area, "4242").product()).isEqualTo(ours);
    }

    @Test
    void setsAllFreeThatWaitForAnOffer() {
        links.link(area, "4242", ours, owner);
        UUID waits = entries.unlinked(area, "o:4242:abc");
        UUID other = entries.unlinked(area, "o:4242:def");

        assertThat(links.linkOffer(area, "4242", "abc", null, offer, owner)).isEqualTo(1);

        assertThat(entries.state(waits)).isEqualTo("WAITING");
        assertThat(entries.state(other)).isEqualTo("UNLINKED");
        assertThat(queries.offers(area, "4242"))
                .extracting(VendorOfferView::code, VendorOfferView::offer, VendorOfferView::waiting)
                .containsExactlyInAnyOrder(tuple("abc", offer.value(), 0L), tuple("def", null, 1L));
    }

    @Test
    void tellsHowManyWaitForEachAnEntryOnce() {
        entries.unlinked(area, "o:4242:abc", "o:4242:def");
        entries.unlinked(area, "p:4242");
        entries.unlinked(area, "p:42");

        assertThat(queries.of(area)).singleElement().satisfies(it -> {
            assertThat(it.waiting()).isEqualTo(2);
            assertThat(it.offers()).isEqualTo(2);
            assertThat(it.linkedOffers()).isZero();
        });
    }

    @Test
    void linksWhatNoEventHasNamedYet() {
        assertThat(links.link(area, " 99-a ", ours, owner)).isZero();
        assertThat(links.linkOffer(area, "99-a", " x1 ", null, offer, owner)).isZero();

        assertThat(queries.get(area, "99-a").linkedOffers()).isEqualTo(1);
        assertThatThrownBy(() -> links.link(area, "a:b", ours, owner)).isInstanceOf(InvalidVendorCode.class);
        assertThatThrownBy(() -> links.link(area, "", ours, owner)).isInstanceOf(InvalidVendorCode.class);
        assertThatThrownBy(() -> links.linkOffer(area, "99-a", "x 1", null, offer, owner))
                .isInstanceOf(InvalidVendorCode.class);
        assertThatThrownBy(() -> queries.get(area, "a:b")).isInstanceOf(NotFound.class);
    }

    @Test
    void changesNoLinkOfAProductWithoutTakingItAwayFirst() {
        links.link(area, "4242", ours, owner);
        ProductId other = world.product(product.area()).ref().id();

        assertThatThrownBy(() -> links.link(area, "4242", other, owner)).isInstanceOf(VendorProductTaken.class);
        assertThat(links.link(area, "4242", ours, owner)).isZero();

        links.linkOffer(area, "4242", "abc", null, offer, owner);
        links.unlink(area, "4242", owner);
        assertThat(queries.get(area, "4242"))
                .returns(null, VendorProductView::product)
                .returns(0, VendorProductView::linkedOffers);
        links.link(area, "4242", other, owner);
        assertThat(queries.get(area, "4242").product()).isEqualTo(other);
    }

    @Test
    void leavesWhatWasAppliedAsItIsWhenALinkGoes() {
        links.link(area, "4242", ours, owner);
        UUID applied = entries.decided(area, "APPLIED", "JOINED", null);
        links.linkOffer(area, "4242", "abc", null, offer, owner);

        assertThat(links.linkOffer(area, "4242", "abc", offer.value(), null, owner))
                .isZero();
        links.unlink(area, "4242", owner);

        assertThat(entries.state(applied)).isEqualTo("APPLIED");
    }

    @Test
    void changesNoLinkOfAnOfferThatSomebodyElseChanged() {
        links.link(area, "4242", ours, owner);
        links.linkOffer(area, "4242", "abc", null, offer, owner);
        OfferId second = world.offer(product, "Mentoría", null);

        assertThatThrownBy(() -> links.linkOffer(area, "4242", "abc", null, second, owner))
                .isInstanceOf(StaleEdit.class);
        links.linkOffer(area, "4242", "abc", offer.value(), second, owner);
        assertThat(queries.offers(area, "4242")).anyMatch(it -> second.value().equals(it.offer()));
    }

    @Test
    void linksNothingOfAnotherAreaOrProduct() {
        TestProduct foreign = world.product();
        OfferId foreignOffer = world.offer(foreign, "Ajena", null);

        assertThatThrownBy(() -> links.link(area, "4242", foreign.ref().id(), owner))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.linkOffer(area, "4242", "abc", null, offer, owner))
                .isInstanceOf(NotFound.class);
        links.link(area, "4242", ours, owner);
        assertThatThrownBy(() -> links.linkOffer(area, "4242", "abc", null, foreignOffer, owner))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.unlink(foreign.area().id(), "4242", owner))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keepsInTheAuditWhatWasLinkedAndHowManyWaited() {
        entries.unlinked(area, "p:4242");
        links.link(area, "4242", ours, owner);

        assertThat(jdbc.sql(
                                "SELECT after::text FROM audit_entries WHERE area_id = :area AND kind = 'VendorLinkChanged'")
                        .param("area", area.value())
                        .query(String.class)
                        .single())
                .contains("\"vendorProduct\": \"4242\"", "\"released\": 1", ours.toString());
    }
}
