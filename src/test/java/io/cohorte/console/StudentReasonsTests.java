package io.cohorte.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Memberships;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.Price;
import io.cohorte.sales.Purchases;
import io.cohorte.sales.Recorded;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Shop;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.util.Currency;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A student's page: what each reason for access rests on, and why the student is in that group. */
@CohorteTest
class StudentReasonsTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Memberships memberships;

    @Autowired
    Purchases purchases;

    @Autowired
    OfferQueries offers;

    private TestProduct product;
    private GroupId vip;
    private OfferId launch;
    private Buyer ana;
    private Shop shop;
    private Person support;

    @BeforeEach
    void build() {
        product = world.product();
        vip = world.group(product, "VIP");
        launch = world.offer(product, "Lanzamiento", vip);
        ana = Shop.buyer("Ana Ruiz");
        shop = new Shop(purchases);
        support = world.staff(product.area(), Role.SUPPORT);
    }

    @Test
    void tellsThePurchaseItsOfferAndItsLink() {
        Price price = new Price(3990, Currency.getInstance("USD"));
        Recorded bought = shop.buy(product, ana, "HP001", launch, Instant.now().minusSeconds(60), price, "LANZA20");

        shown(bought.student())
                .contains("¿Por qué está en el grupo “VIP”?")
                .contains("Compró por la oferta “Lanzamiento”, que llevaba a este grupo.")
                .contains("Hotmart", "HP001", "39,90", "cupón LANZA20")
                .contains("href=\"" + offers.get(product.ref().id(), launch).link() + "\"");
    }

    @Test
    void tellsWhoMovedThemAndThatTheirPurchaseCountsLess() {
        AccountId student = shop.buy(
                        product, ana, "HP001", launch, Instant.now().minusSeconds(60))
                .student();
        memberships.move(product.ref(), student, product.firstGroup(), false, product.owner());

        shown(student)
                .contains("Olga Dueñas hizo el cambio a mano; antes estaba en “VIP”.")
                .contains("Su compra por la oferta “Lanzamiento” lleva a “VIP”");
    }

    @Test
    void tellsThatNoOfferDecides() {
        OfferId loose = world.offer(product, "Suelta", null);
        AccountId student = shop.buy(product, ana, "HP001", loose, Instant.now().minusSeconds(60))
                .student();

        shown(student).contains("Compró por la oferta “Suelta”, que no llevaba a ningún grupo");
    }

    @Test
    void tellsThePurchaseThatEndedAndTheOneThatDecidesSince() {
        OfferId loose = world.offer(product, "Suelta", null);
        shop.buy(product, ana, "HP001", loose, Instant.now().minusSeconds(60));
        AccountId student = shop.buy(
                        product, ana, "HP002", launch, Instant.now().minusSeconds(50))
                .student();
        shop.tell(product, ana, "HP002", SaleEventKind.REFUNDED, Instant.now().minusSeconds(40));

        shown(student)
                .contains("Terminó su compra por la oferta “Lanzamiento” y ninguna otra compra suya decide")
                .contains("Reembolsada");
    }

    @Test
    void leadsWhoMayManageToTheImport() {
        AccountId student = world.students(product, vip, "Bea", 1).get(0);

        shown(student)
                .contains("Entró con una importación que eligió este grupo.")
                .doesNotContain("Ver la importación");
        assertThat(mvc.get()
                        .uri(page(student))
                        .with(user(product.area().owner().id().toString())))
                .bodyText()
                .contains("Ver la importación", product.path() + "/imports/");
    }

    @Test
    void saysThatSomebodyIsSuspendedAndWhatForTheEvidence() {
        AccountId student = shop.buy(
                        product, ana, "HP001", launch, Instant.now().minusSeconds(60))
                .student();
        shop.tell(product, ana, "HP001", SaleEventKind.DISPUTED, Instant.now().minusSeconds(30));

        shown(student)
                .contains("Suspendido desde", "suspendida desde", "Se suspendió su acceso", "Compró por la oferta");
        assertThat(mvc.get()
                        .uri(page(student) + "/evidence")
                        .with(user(support.id().toString())))
                .hasStatusOk()
                .bodyText()
                .contains("Suspendido</span>", "HP001", "49,90");
    }

    @Test
    void asksToLookAtAPurchaseUntilSomebodyHas() {
        Recorded bought = shop.buy(product, ana, "HP001", launch, Instant.now().minusSeconds(60));
        shop.tell(
                product,
                ana,
                "HP001",
                SaleEventKind.PARTLY_REFUNDED,
                Instant.now().minusSeconds(30));
        AccountId student = bought.student();
        shown(student).contains("Se devolvió una parte del dinero", page(student) + "/looked");

        assertThat(mvc.post()
                        .uri(page(student) + "/looked")
                        .param("purchase", bought.purchase().toString())
                        .with(csrf())
                        .with(user(support.id().toString())))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(page(student));

        shown(student).doesNotContain("Se devolvió una parte del dinero", "/looked");
    }

    private AbstractStringAssert<?> shown(AccountId student) {
        return assertThat(mvc.get().uri(page(student)).with(user(support.id().toString())))
                .hasStatusOk()
                .bodyText();
    }

    private String page(AccountId student) {
        return product.path() + "/members/" + student;
    }
}
