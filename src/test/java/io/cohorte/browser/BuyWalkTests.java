package io.cohorte.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.Program;
import io.cohorte.support.ScriptedSmtpServer;
import io.cohorte.support.ScriptedSmtpServer.Received;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A course is made and offered, somebody buys it by the link of an offer with a coupon and pays by transfer, staff see the money, and
 * the mail that arrives leads the buyer to the page of the group that offer leads to. Each step uses what the steps
 * before it have left.
 */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class BuyWalkTests {

    private static final String AREA = "/areas/academia-aurora";
    private static final String PRODUCT = "Acuarela botánica";
    private static final String GROUP = "Con mentoría";
    private static final String OFFER = "Curso con mentoría";
    private static final String BUYER = "inigo.zuniga@compras.example";
    private static final String BANK = "Banco Andino, cuenta 00-1234";
    private static final Pattern ACTIVATION = Pattern.compile("http://localhost:\\d+/activate/[\\w-]+");
    private static final Pattern OWN_ORDER = Pattern.compile("http://localhost:\\d+/o/orders/[\\w-]+");

    @TempDir
    static Path data;

    ScriptedSmtpServer mailbox;
    Program program;
    Accessibility page;
    String product = "";
    String link = "";
    String order = "";

    @BeforeAll
    void startTheProgram(Browser browser) {
        mailbox = ScriptedSmtpServer.start();
        program = Program.startIn(
                data,
                "--cohorte.demo.students=60",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailbox.port(),
                "--cohorte.mail.rate=1000");
        browser.useProgramAt(program.port());
        browser.wide();
        page = new Accessibility(browser);
    }

    @AfterAll
    void stopTheProgram() {
        program.stop();
        mailbox.close();
    }

    @Test
    @Order(1)
    void makesACourseWhosePageIsForTheGroupOfAnOffer(Browser browser) {
        browser.signIn("owner@cohorte.example", "aprender-juntos");
        browser.open(AREA + "/products");
        browser.click("Crear producto");
        browser.fill("Nombre", PRODUCT);
        browser.click("Crear producto");
        product = browser.path().replaceAll("(/products/[0-9a-f-]+).*", "$1");

        browser.open(product + "/groups");
        browser.click("Crear grupo");
        browser.fill("Nombre del grupo", GROUP);
        browser.click("Crear oferta");
        browser.fill("Nombre", OFFER);
        browser.fill("Precio", "80");
        browser.choose("Moneda", "USD");
        browser.click("Crear oferta");
        browser.click("Crear grupo");
        browser.shows("Creaste el grupo " + GROUP + ".");

        browser.open(product + "/content");
        browser.click("Crear módulo");
        browser.fill("Nombre del módulo", "Hojas");
        browser.click("Crear módulo");
        write(browser, "La hoja de roble", "Empieza por la luz.");
        write(browser, "Tu plan de mentoría", "Nos vemos los jueves.");
        browser.click("Liberación y expiración");
        browser.tick("Solo los grupos marcados en la tabla");
        browser.run(
                "document.querySelectorAll('.rules tbody tr').forEach(row => { "
                        + "row.querySelector('input[type=checkbox]').checked = row.textContent.includes(arguments[0]); })",
                GROUP);
        browser.press("Guardar");
        browser.shows("Antes de guardar");
        browser.press("Confirmar y guardar");
        browser.shows("Guardaste las reglas de");
        publish(browser, "Acciones del módulo Hojas");
    }

    private void write(Browser browser, String title, String text) {
        browser.open(product + "/content");
        browser.click("Crear página");
        browser.fill("Título de la página", title);
        browser.click("Crear página");
        browser.shows("Creaste la página " + title);
        browser.fill("Texto", text);
        browser.click("Guardar");
        browser.shows("Guardamos la página.");
        publish(browser, "Acciones de la página " + title);
        browser.click(title);
    }

    private void publish(Browser browser, String menu) {
        browser.open(product + "/content");
        browser.click(menu);
        browser.click("Publicar");
        browser.shows("Publicamos");
    }

    @Test
    @Order(2)
    void saysHowTheAreaIsPaidAndMakesACoupon(Browser browser) {
        browser.open(AREA);
        browser.click("Formas de pago");
        browser.tick("Pago directo");
        browser.run("document.querySelectorAll('main textarea').forEach(it => it.value = '')");
        browser.expectStatuses(422);
        browser.click("Guardar");
        browser.shows("Escribe cómo se paga");
        page.look("ways to pay with an error");
        browser.paste("Instrucciones para el pago directo", BANK);
        browser.paste("Términos de venta", "Devolvemos el dinero durante 7 días.");
        browser.click("Guardar");
        browser.shows("Guardamos las formas de pago.");
        page.look("ways to pay");

        browser.open(product + "/coupons");
        browser.click("Crear cupón");
        browser.fill("Código", "ROBLE25");
        browser.fill("Descuento en %", "25");
        browser.click("Crear cupón");
        browser.shows("Creaste el cupón ROBLE25.");
        browser.click("Acciones del cupón ROBLE25");
        browser.click("Links de este cupón");
        link = browser.value("Enlace de " + OFFER + " con el cupón");
    }

    @Test
    @Order(3)
    void ordersByTheLinkAndIsToldHowToPay(Browser browser) {
        browser.forgetEverything();
        browser.visit(link);
        browser.shows(PRODUCT, OFFER, "80,00", "60,00", "Con el cupón ROBLE25", "Para siempre", "Transferencia");
        page.look("offer");
        browser.fill("Nombre y apellido", "Íñigo Zúñiga");
        browser.fill("E-mail", BUYER.replace("compras.example", "gmial.com"));
        browser.expectStatuses(422);
        browser.click("Hacer el pedido");
        browser.shows("¿Quisiste escribir inigo.zuniga@gmail.com?", "Márcalo para poder seguir.");
        page.look("offer with errors");
        browser.run("document.getElementById('email').value = ''");
        browser.fill("E-mail", BUYER);
        browser.tick(
                "Acepto los términos de venta de Academia Aurora, y que use mis datos para darme acceso y escribirme"
                        + " sobre este pedido.");
        browser.click("Hacer el pedido");

        browser.shows("Recibimos tu pedido", BANK, "60,00");
        assertThat(browser.path()).startsWith("/o/orders/");
        page.look("own order");
        String mail = text(mailTo("Cómo pagar"));
        assertThat(mail).contains("Banco Andino");
        browser.visit(found(OWN_ORDER, mail));
        browser.shows("Recibimos tu pedido");
    }

    @Test
    @Order(4)
    void isLetInByStaff(Browser browser) {
        browser.signIn("admin@cohorte.example", "aprender-juntos");
        browser.open(AREA);
        browser.click("Pedidos");
        browser.row("Íñigo Zúñiga").shows(PRODUCT, "60,00", "ROBLE25", "Por aprobar");
        page.look("orders");
        browser.click("Íñigo Zúñiga");
        browser.shows("Rechazar el pedido");
        page.look("order");
        order = browser.path();
        browser.click("Aprobar");

        browser.shows("Aprobaste el pedido de Íñigo Zúñiga.", "Devolución");
        page.look("approved order");
    }

    @Test
    @Order(5)
    void readsThePageOfTheGroupByTheMailThatArrived(Browser browser) {
        String activation = found(ACTIVATION, text(mailTo("Activa tu cuenta")));
        browser.forgetEverything();
        browser.visit(activation);
        browser.fill("Contraseña", "caballo-verde-7");
        browser.fill("Repite la contraseña", "caballo-verde-7");
        browser.click("Activar mi cuenta");

        browser.shows(PRODUCT, "La hoja de roble", "Tu plan de mentoría");
        browser.click("Tu plan de mentoría");
        browser.shows("Nos vemos los jueves.");
    }

    @Test
    @Order(6)
    void isOutOnceTheMoneyWentBack(Browser browser) {
        var buyer = browser.stepAside();
        browser.signIn("owner@cohorte.example", "aprender-juntos");
        browser.open(order);
        browser.fill("Motivo (opcional)", "Dentro de la garantía");
        browser.click("Anotar la devolución");
        browser.shows("Anotaste la devolución a Íñigo Zúñiga", "Devuelto", "Motivo: Dentro de la garantía");
        assertThat(text(mailTo("Devolución de tu pedido"))).contains("Dentro de la garant");

        browser.goOnWith(buyer);
        browser.open("/learn");
        browser.doesNotShow("Tu plan de mentoría");
        page.assertNothingFound();
    }

    /** The newest mail to the buyer with those words in its subject. */
    private Received mailTo(String subject) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> find(subject)
                .isPresent());
        return find(subject).orElseThrow();
    }

    private Optional<Received> find(String subject) {
        return mailbox.received().stream()
                .filter(it -> it.to().equals(BUYER))
                .filter(it -> subject(it).contains(subject))
                .reduce((earlier, later) -> later);
    }

    private static String subject(Received mail) {
        try {
            return MimeUtility.decodeText(mail.header("Subject"));
        } catch (UnsupportedEncodingException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static String text(Received mail) {
        return mail.text().replace("=\n", "").replace("=3D", "=");
    }

    private static String found(Pattern pattern, String text) {
        Matcher link = pattern.matcher(text);
        assertThat(link.find()).as("%s in\n%s", pattern, text).isTrue();
        return link.group();
    }
}
