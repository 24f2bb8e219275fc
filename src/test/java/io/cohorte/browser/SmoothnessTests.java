package io.cohorte.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What scripts add to pages that work without them. */
@CohorteTest
@BrowserTest
class SmoothnessTests {

    private static final String SEARCH = "Buscar por nombre o e-mail";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    TestProduct product;

    @BeforeEach
    void signIn(Browser browser) {
        product = world.product();
        GroupId vip = world.group(product, "VIP");
        world.offer(product, "Mentoría VIP", vip);
        world.students(product, vip, "Íñigo Zúñiga", 2);
        world.students(product, product.firstGroup(), "Ana Peña", 3);
        browser.useProgramAt(port);
        browser.signIn(product.area().owner().email(), World.PASSWORD);
    }

    @Test
    void filtersTheListWhileSomebodyTypes(Browser browser) {
        browser.open(product.path() + "/members");
        browser.shows("5 alumnos");
        markThePage(browser);

        browser.fill(SEARCH, "iñigo zu");

        browser.shows("2 alumnos");
        browser.doesNotShow("Ana Peña");
        assertThat(browser.value(SEARCH)).isEqualTo("iñigo zu");
        assertThat(browser.path()).contains("q=iñigo zu");
        browser.fill(SEARCH, "nadie");
        browser.shows("Nadie coincide");
        browser.fill(SEARCH, "");
        browser.shows("5 alumnos");
        browser.choose("Grupo", "VIP");
        browser.shows("2 alumnos");
        assertThat(isStillThePage(browser)).isTrue();
    }

    @Test
    void slidesTheMatrixAndOpensItsCellsInFrontOfIt(Browser browser) {
        PageId page = world.page(product, world.module(product, "Fundamentos"), "Bienvenida");
        browser.open(product.path() + "/content/pages/" + page + "/access");
        markThePage(browser);
        browser.choose("Liberación para VIP", "Días tras la compra");
        assertThat(browser.part(By.name("rows[1].expiry")).text()).contains("Nunca");
        browser.fill("Días hasta la liberación para VIP", "7");
        browser.press(Keys.TAB);
        browser.row("VIP").shows("Abre 7 días después de la compra");
        browser.row("VIP").click("Aplicar a todos los grupos");
        browser.row("Grupo general").shows("Abre 7 días después de la compra");
        assertThat(isStillThePage(browser)).isTrue();
        browser.click("Guardar");
        browser.click("Confirmar y guardar");
        browser.shows("Guardaste las reglas de Bienvenida.");

        browser.open(product.path() + "/access");
        browser.row("Bienvenida").shows("Abre el");
        markThePage(browser);
        browser.run("const it = document.querySelector('[data-slider=days]'); it.value = 7;"
                + "it.dispatchEvent(new Event('input', {bubbles: true}));");
        browser.row("Bienvenida").shows("Abierta");
        assertThat(browser.value("Días desde la compra")).isEqualTo("7");
        assertThat(browser.path()).contains("days=7");
        browser.row("Bienvenida").click("Abierta");
        browser.dialog().shows("Bienvenida: regla de Grupo general");
        browser.dialog().click("Cancelar");
        assertThat(browser.showsDialog()).isFalse();
        assertThat(isStillThePage(browser)).isTrue();
    }

    @Test
    void saysThatALinkIsCopied(Browser browser) {
        browser.allowClipboard();
        browser.open(product.path() + "/offers");

        browser.row("Mentoría VIP").click("Copiar enlace");

        browser.row("Mentoría VIP").shows("Copiado");
        assertThat(browser.await("navigator.clipboard.readText().then(arguments[0])")
                        .toString())
                .contains("/o/");
        browser.row("Mentoría VIP").shows("Copiar enlace");
    }

    @Test
    void asksBeforeADeletionInADialogThatCancelCloses(Browser browser) {
        browser.open(product.path() + "/groups");
        markThePage(browser);
        browser.row("VIP").click("Acciones del grupo VIP");
        browser.click("Eliminar");
        browser.dialog().shows("¿Eliminar el grupo VIP?", "2 alumnos pasan al grupo predeterminado, Grupo general.");

        browser.dialog().click("Cancelar");

        browser.waitFor(() -> !browser.showsDialog(), () -> "the dialog to close");
        assertThat(isStillThePage(browser)).isTrue();
        assertThat(browser.offers("Eliminar")).as("the menu behind the dialog").isFalse();

        browser.row("VIP").click("Acciones del grupo VIP");
        browser.click("Eliminar");
        browser.dialog().click("Sí, eliminar");
        browser.shows("Eliminaste el grupo VIP. Sus 2 alumnos están en el grupo predeterminado.");
    }

    @Test
    void closesMenusWithEscapeAndWithAClickBesideThem(Browser browser) {
        browser.open(product.path() + "/members");
        browser.click("Acciones");
        assertThat(browser.offers("Cambiar de grupo")).isTrue();
        browser.press(Keys.ESCAPE);
        assertThat(browser.offers("Cambiar de grupo")).isFalse();

        browser.click("Acciones");
        browser.click(product.area().owner().email());
        assertThat(browser.offers("Cambiar de grupo")).isFalse();
        assertThat(browser.offers("Cerrar sesión")).isTrue();
    }

    @Test
    void ticksAWholePageAtOnce(Browser browser) {
        browser.open(product.path() + "/members");
        browser.tick("Marcar toda la página");
        browser.click("Acciones");
        browser.click("Cambiar de grupo");
        browser.shows("5 alumnos elegidos.");
    }

    @Test
    void addsToAListWithoutLeavingThePage(Browser browser) {
        browser.open(product.path() + "/imports/manual");
        markThePage(browser);
        browser.fill("Nombre", "Lucía Ñáñez");
        browser.fill("E-mail", "lucia@alumnos.example");
        browser.press(Keys.ENTER);
        browser.row("Lucía Ñáñez").shows("lucia@alumnos.example", "Estudiante");
        assertThat(browser.value("Nombre")).isEmpty();

        browser.fill("Nombre", "Otra");
        browser.fill("E-mail", "LUCIA@alumnos.example");
        browser.expectStatuses(422);
        browser.click("Agregar a la lista");
        browser.shows("Este e-mail ya está en la lista.");
        assertThat(browser.value("Nombre")).isEqualTo("Otra");

        browser.row("Lucía Ñáñez").click("Quitar");
        browser.shows("Nadie");
        assertThat(isStillThePage(browser)).isTrue();
        browser.choose("Rol", "Moderador");
        browser.doesNotShow("Fecha de compra");
    }

    @Test
    void leadsASearchToTheSignInWhenTheSessionHasEnded(Browser browser) {
        browser.open(product.path() + "/members");
        jdbc.sql("DELETE FROM spring_session").update();
        browser.expectStatuses(401);

        browser.fill(SEARCH, "ana");

        browser.shows("Iniciar sesión", "Contraseña");
        assertThat(browser.path()).isEqualTo("/login");
    }

    private static void markThePage(Browser browser) {
        browser.run("window.stillThePage = true");
    }

    private static boolean isStillThePage(Browser browser) {
        return Boolean.TRUE.equals(browser.run("return window.stillThePage"));
    }
}
