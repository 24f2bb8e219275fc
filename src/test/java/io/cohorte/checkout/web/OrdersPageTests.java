package io.cohorte.checkout.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.checkout.OrderDesk;
import io.cohorte.checkout.OrderLinks;
import io.cohorte.checkout.OrderView;
import io.cohorte.offers.OfferView;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CohorteTest
class OrdersPageTests {

    @Autowired
    World world;

    @Autowired
    OrderDesk shop;

    @Autowired
    MockMvcTester mvc;

    private TestProduct product;
    private OfferView offer;
    private OrderView order;
    private Person owner;
    private String list;

    @BeforeEach
    void build() {
        product = world.product();
        owner = product.area().owner();
        shop.open(product.area());
        offer = shop.offer(product, 4990);
        order = order("Ana Lima");
        list = "/areas/" + product.area().slug() + "/orders";
    }

    private OrderView order(String name) {
        return shop.order(offer, "buyer-" + UUID.randomUUID() + "@compras.example", name);
    }

    private String path() {
        return list + "/" + order.product().id() + "/" + order.id();
    }

    @Test
    void showsWhoOrderedWhatForHowMuch() {
        assertThat(text(list, owner)).contains("Ana Lima", order.email(), "49,90", order.number(), "Por aprobar");
        assertThat(text(path(), owner)).contains("Ana Lima", "Aprobar", "Rechazar el pedido", "Garantía de 7 días.");
    }

    @Test
    void findsOrdersByNameAddressNumberAndState() {
        OrderView other = order("Berta Ríos");
        String waiting = list + "?state=WAITING&q=";

        assertThat(text(waiting + "rios", owner)).contains(other.number()).doesNotContain(order.number());
        assertThat(text(waiting + order.email().substring(6, 20), owner))
                .contains(order.number())
                .doesNotContain(other.number());
        assertThat(text(list + "?q=" + other.number().toLowerCase(), owner))
                .contains(other.number())
                .doesNotContain(order.number());
        assertThat(text(list + "?state=REJECTED", owner)).contains("Ningún pedido coincide");
    }

    @Test
    void pagesThroughManyOrdersTheNewestFirst() {
        for (int i = 0; i < 55; i++) {
            order("Cliente número " + i);
        }

        String first = text(list, owner);
        assertThat(first).contains("Cliente número 54").doesNotContain("Cliente número 4<", "Ana Lima");
        String next =
                first.replaceAll("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");
        String second = text(next, owner);
        assertThat(second).contains("Cliente número 4<", "Ana Lima").doesNotContain("Cliente número 54");
        String back = second.replaceAll("(?s).*href=\"([^\"]*before=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(text(back, owner)).contains("Cliente número 54").doesNotContain("Ana Lima");
    }

    @Test
    void letsSupportReadAndNotApprove() {
        Person support = world.staff(product.area(), Role.SUPPORT);

        assertThat(text(path(), support)).contains("Ana Lima").doesNotContain("/approve", "/reject");
        assertThat(post(path() + "/approve", support)).hasStatus(403);
        assertThat(post(path() + "/reject", support)).hasStatus(403);
        assertThat(shop.byToken(shop.mailedToken(order)).waitsForStaff()).isTrue();
    }

    @Test
    void knowsNoOrderOfAnotherAreaOrProduct() {
        TestArea other = world.area();
        TestProduct sister = world.product(product.area());
        String foreign = "/areas/" + other.slug() + "/orders/" + order.product().id() + "/" + order.id();

        assertThat(mvc.get().uri(foreign).with(user(other.owner().id().toString())))
                .hasStatus(404);
        assertThat(post(foreign + "/approve", other.owner())).hasStatus(404);
        assertThat(mvc.get()
                        .uri(list + "/" + sister.ref().id() + "/" + order.id())
                        .with(user(owner.id().toString())))
                .hasStatus(404);
    }

    @Test
    void tellsTheSecondWhoDecidesThatTheFirstHas() {
        Person colleague = world.staff(product.area(), Role.ADMINISTRATOR);

        assertThat(post(path() + "/approve", colleague)).hasStatus3xxRedirection();
        MvcTestResult second = post(path() + "/reject", owner);

        assertThat(second).hasStatus3xxRedirection().redirectedUrl().isEqualTo(path());
        assertThat(second.getMvcResult().getFlashMap().get("flash").toString())
                .contains("checkout.order.decided.APPROVED");
        assertThat(text(path(), owner))
                .contains("Aprobado", "Staff ADMINISTRATOR")
                .doesNotContain("/reject");
    }

    @Test
    void keepsTheReasonTheBuyerIsTold() {
        assertThat(mvc.post()
                        .uri(path() + "/reject")
                        .param("reason", "x".repeat(501))
                        .with(csrf())
                        .with(user(owner.id().toString())))
                .hasStatus(422)
                .bodyText()
                .contains("x".repeat(501));
        assertThat(mvc.post()
                        .uri(path() + "/reject")
                        .param("reason", "No llegó el pago")
                        .with(csrf())
                        .with(user(owner.id().toString())))
                .hasStatus3xxRedirection();

        assertThat(text(path(), owner)).contains("No llegó el pago", "Rechazado");
    }

    @Test
    void leadsTheBuyerOfAFreeOfferThroughTheMailedLink() {
        offer = shop.offer(product, 0);
        order = order("Gratia");
        String link = "/o/orders/" + shop.mailedToken(order);

        assertThat(mvc.get().uri(link)).bodyText().contains("Confirma tu pedido", link + "/confirm");
        assertThat(mvc.get().uri(link)).bodyText().contains("Confirma tu pedido");
        assertThat(mvc.post().uri(link + "/confirm").with(csrf()))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo(link);
        assertThat(mvc.get().uri(link)).bodyText().contains("Ya tienes acceso").doesNotContain("/confirm");

        order = order("Otra");
        OrderView again = shop.byToken(shop.order(
                offer, shop.byToken(link.substring("/o/orders/".length())).email(), "X", OrderLinks.newToken()));
        MvcTestResult refused = mvc.post()
                .uri("/o/orders/" + shop.mailedToken(again) + "/confirm")
                .with(csrf())
                .exchange();
        assertThat(refused.getMvcResult().getFlashMap().get("flash").toString()).contains("checkout.order.taken");
    }

    @Test
    void savesWaysToPayAndShowsBothStatesToTheSecondWhoDoes() {
        String payments = "/areas/" + product.area().slug() + "/payments";

        assertThat(text(payments, owner)).contains("Banco Andino", "Garantía de 7 días.", "no tiene las claves");
        assertThat(mvc.post()
                        .uri(payments)
                        .param("manual", "true")
                        .param("instructions", "")
                        .param("version", "1")
                        .with(csrf())
                        .with(user(owner.id().toString())))
                .hasStatus(422)
                .bodyText()
                .contains("sin eso nadie puede pagarte");
        assertThat(mvc.post()
                        .uri(payments)
                        .param("manual", "true")
                        .param("instructions", "Otra cuenta")
                        .param("version", "1")
                        .with(csrf())
                        .with(user(owner.id().toString())))
                .hasStatus3xxRedirection();
        assertThat(mvc.post()
                        .uri(payments)
                        .param("free", "true")
                        .param("version", "1")
                        .with(csrf())
                        .with(user(owner.id().toString())))
                .hasStatus(409)
                .bodyText()
                .contains("Otra cuenta");
        assertThat(mvc.get()
                        .uri(payments)
                        .with(user(world.staff(product.area(), Role.ADMINISTRATOR)
                                .id()
                                .toString())))
                .hasStatus(403);
    }

    private MvcTestResult post(String url, Person person) {
        return mvc.post()
                .uri(url)
                .with(csrf())
                .with(user(person.id().toString()))
                .exchange();
    }

    private String text(String url, Person person) {
        try {
            MvcTestResult answer =
                    mvc.get().uri(url).with(user(person.id().toString())).exchange();
            assertThat(answer).as(url).hasStatusOk();
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
