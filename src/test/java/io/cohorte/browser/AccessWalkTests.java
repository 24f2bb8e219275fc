package io.cohorte.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.GroupId;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A course of three modules and twelve pages with every kind of rule, made by hand: the matrix shows it at three moments,
 * and the explainer finds each cause why Ana, who bought on 1 March, does not see a page, and its button mends it.
 */
@CohorteTest
@BrowserTest
class AccessWalkTests {

    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final String GENERAL = "Grupo general";

    @Autowired
    World world;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Browser browser;
    private TestProduct product;
    private AccountId ana;
    private final Map<String, String> pages = new HashMap<>();

    @AfterEach
    void goBackInTime() {
        clock.reset();
    }

    @Test
    void showsInTheMatrixAndExplainsWhatACourseLetsSee(Browser browser) {
        this.browser = browser;
        product = world.product();
        browser.useProgramAt(port);
        browser.wide();
        browser.signIn(product.area().owner().email(), World.PASSWORD);
        moveTo(3);
        GroupId vip = world.group(product, "VIP");
        ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        world.students(product, vip, "Vera", 2);

        buildTheCourse();
        setTheRules();
        readTheMatrixAtThreeMoments();
        fixEachCause();
    }

    private void buildTheCourse() {
        module("Uno", "Abierta", "Solo VIP", "A la semana", "Desde el diez");
        module("Dos", "Cinco días", "Tres desde que abre", "Hasta el cuatro", "Con clave");
        module("Tres", "Escondida", "Borrador", "Con video", "Como su módulo");
        for (String title : pages.keySet()) {
            if (!title.equals("Borrador")) {
                publish("Acciones de la página " + title);
            }
        }
        publish("Acciones del módulo Uno");
        publish("Acciones del módulo Dos");
    }

    private void module(String name, String... titles) {
        browser.open(product.path() + "/content");
        browser.click("Crear módulo");
        browser.fill("Nombre del módulo", name);
        browser.click("Crear módulo");
        browser.shows("Creaste el módulo " + name);
        for (String title : titles) {
            browser.open(product.path() + "/content");
            browser.click("Crear página");
            browser.fill("Título de la página", title);
            browser.choose("Módulo", name);
            browser.click("Crear página");
            browser.shows("Creaste la página " + title);
            pages.put(title, browser.path().replaceAll(".*/pages/([0-9a-f-]+).*", "$1"));
        }
    }

    private void publish(String menu) {
        browser.open(product.path() + "/content");
        browser.click(menu);
        browser.click("Publicar");
        browser.shows("Publicamos");
    }

    private void setTheRules() {
        edit("Solo VIP");
        browser.tick("Solo los grupos marcados en la tabla");
        untickAllBut("VIP");
        save("Pierde una página");

        edit("A la semana");
        browser.choose("Liberación para " + GENERAL, "Días tras la compra");
        browser.fill("Días hasta la liberación para " + GENERAL, "7");
        browser.choose("Expiración para " + GENERAL, "Nunca");
        browser.choose("Copiar de", GENERAL);
        browser.click("Copiar");
        browser.waitFor(() -> browser.value("Días hasta la liberación para VIP").equals("7"), () -> "the copied rule");
        save("3 alumnos");

        edit("Desde el diez");
        browser.choose("Liberación para " + GENERAL, "En una fecha");
        browser.pickDay("Fecha de liberación para " + GENERAL, "2026-03-10");
        browser.choose("Expiración para " + GENERAL, "Nunca");
        save("Pierde una página");

        edit("Cinco días");
        browser.choose("Liberación para " + GENERAL, "De inmediato");
        browser.choose("Expiración para " + GENERAL, "Días tras la compra");
        browser.fill("Días hasta la expiración para " + GENERAL, "5");
        save("Nadie pierde");

        edit("Tres desde que abre");
        browser.choose("Liberación para " + GENERAL, "Días tras la compra");
        browser.fill("Días hasta la liberación para " + GENERAL, "2");
        browser.choose("Expiración para " + GENERAL, "Días tras la liberación");
        browser.fill("Días hasta la expiración para " + GENERAL, "3");
        save("Nadie pierde");

        edit("Hasta el cuatro");
        browser.choose("Liberación para " + GENERAL, "De inmediato");
        browser.choose("Expiración para " + GENERAL, "En una fecha (último día)");
        browser.pickDay("Último día de acceso para " + GENERAL, "2026-03-04");
        save("Nadie pierde");

        browser.open(product.path() + "/content/pages/" + pages.get("Con clave") + "/edit");
        browser.fill("Contraseña", "abracadabra");
        browser.click("Poner contraseña");
        browser.shows("La página pide ahora la nueva contraseña");

        browser.open(product.path() + "/content/pages/" + pages.get("Con video") + "/files");
        browser.fill("Enlace de un video", "https://vimeo.com/76979871");
        browser.click("Usar este enlace");
        browser.click("Poner fuera de línea");
        browser.shows("Poner en línea");
    }

    private void edit(String title) {
        browser.open(product.path() + "/content/pages/" + pages.get(title) + "/access");
    }

    private void untickAllBut(String group) {
        browser.run("document.querySelectorAll('.rules tbody tr').forEach(row => { const box = "
                + "row.querySelector('input[type=checkbox]'); box.checked = row.textContent.includes('" + group
                + "'); })");
    }

    private void save(String effect) {
        browser.press("Guardar");
        browser.shows("Antes de guardar");
        browser.shows(effect);
        browser.press("Confirmar y guardar");
        browser.shows("Guardaste las reglas de");
    }

    private void readTheMatrixAtThreeMoments() {
        matrixShows(
                3,
                Map.ofEntries(
                        Map.entry("Abierta", List.of("Abierta", "Abierta")),
                        Map.entry("Solo VIP", List.of("Oculta", "Abierta")),
                        Map.entry("A la semana", List.of("Abre el 8 mar 2026", "Abre el 8 mar 2026")),
                        Map.entry("Desde el diez", List.of("Abre el 10 mar 2026", "Abierta")),
                        Map.entry("Cinco días", List.of("Abierta", "Abierta")),
                        Map.entry("Tres desde que abre", List.of("Abierta", "Abierta")),
                        Map.entry("Hasta el cuatro", List.of("Abierta", "Abierta")),
                        Map.entry("Con clave", List.of("Contraseña", "Contraseña")),
                        Map.entry("Escondida", List.of("Oculta", "Oculta")),
                        Map.entry("Borrador", List.of("Oculta", "Oculta"))));
        matrixShows(
                8,
                Map.of(
                        "A la semana", List.of("Abierta", "Abierta"),
                        "Desde el diez", List.of("Abre el 10 mar 2026", "Abierta"),
                        "Cinco días", List.of("Terminó", "Abierta"),
                        "Tres desde que abre", List.of("Terminó", "Abierta"),
                        "Hasta el cuatro", List.of("Terminó", "Abierta")));
        matrixShows(
                10,
                Map.of(
                        "A la semana", List.of("Abierta", "Abierta"),
                        "Desde el diez", List.of("Abierta", "Abierta")));
    }

    private void matrixShows(int dayOfMarch, Map<String, List<String>> expected) {
        moveTo(dayOfMarch);
        browser.open(product.path() + "/access?days=" + (dayOfMarch - 1));
        expected.forEach((title, cells) -> {
            List<String> shown = new ArrayList<>();
            browser.driver
                    .findElements(By.xpath("//table//tr[th//a[normalize-space(.)='" + title + "']]/td"))
                    .forEach(it -> shown.add(it.getText()));
            assertThat(shown).as("%s on %d March", title, dayOfMarch).hasSameSizeAs(cells);
            for (int i = 0; i < cells.size(); i++) {
                assertThat(shown.get(i)).as("%s on %d March", title, dayOfMarch).contains(cells.get(i));
            }
        });
    }

    private void fixEachCause() {
        moveTo(3);
        explain("Abierta");
        browser.shows("Ana 1 ve «Abierta»");

        explain("Solo VIP");
        browser.shows("Ana 1 no ve «Solo VIP»", "La página no es para el grupo " + GENERAL);
        fix("Agregar el grupo " + GENERAL + " a la página", "Sí, agregar", "La página es ahora también para su grupo.");
        browser.shows("Ana 1 ve «Solo VIP»");

        explain("A la semana");
        browser.shows("Ana 1 no ve «A la semana»", "Se libera 7 días después de la compra", "8 mar 2026 00:00");
        browser.click("Cambiar la liberación y expiración");
        browser.choose("Liberación para " + GENERAL, "De inmediato");
        save("Gana una página");
        explain("A la semana");
        browser.shows("Ana 1 ve «A la semana»");

        explain("Con clave");
        browser.shows("Ana 1 no ve «Con clave»", "aún no la escribió");
        fix("Cambiar la contraseña", "No pedir contraseña", "La página ya no pide contraseña.");
        browser.shows("Ana 1 ve «Con clave»");

        explain("Borrador");
        browser.shows("Ana 1 no ve «Borrador»", "No está publicada", "oculta todas sus páginas");
        fix("Publicar la página", "Sí, publicar", "La página está publicada.");
        browser.shows("Ana 1 no ve «Borrador»");
        fix("Publicar el módulo Tres", "Sí, publicar", "El módulo está publicado.");
        browser.shows("Ana 1 ve «Borrador»");

        explain("Con video");
        browser.shows("Ana 1 ve «Con video»", "su video está offline");
        fix("Poner el video online", "Sí, poner online", "El video está online.");
        browser.shows("El video está online.", "Ana 1 ve «Con video»");
        browser.doesNotShow("su video está offline");

        moveTo(8);
        explain("Cinco días");
        browser.shows("Ana 1 no ve «Cinco días»", "Expira 5 días después de la compra", "6 mar 2026 00:00");
        browser.click("Cambiar la liberación y expiración");
        browser.choose("Expiración para " + GENERAL, "Nunca");
        save("Gana una página");
        explain("Cinco días");
        browser.shows("Ana 1 ve «Cinco días»");

        memberships.block(product.ref(), ana, product.owner());
        explain("Abierta");
        browser.shows("Ana 1 no ve «Abierta»", "El equipo lo bloqueó el");
        fix("Desbloquear", "Sí, desbloquear", "El alumno está desbloqueado.");
        browser.shows("Ana 1 ve «Abierta»");

        explain("Hasta el cuatro");
        browser.shows("Ana 1 no ve «Hasta el cuatro»", "Se cierra para todos el");
        browser.open(product.path() + "/members/move?student=" + ana + "&explain=" + pages.get("Hasta el cuatro"));
        browser.tick("VIP");
        browser.click("Confirmar el cambio");
        browser.shows("Ana 1 ve «Hasta el cuatro»");

        fix("Reenviar el acceso", "Sí, reenviar", "Enviamos de nuevo el acceso.");
        browser.shows("Enviamos de nuevo el acceso");
        memberships.remove(product.ref(), ana, product.owner());
        explain("Abierta");
        browser.shows("Ana 1 no ve «Abierta»", "Su acceso se retiró el");
        browser.click("Importar usuarios");
        browser.shows("Agregar a la lista");
        world.enrol(product, product.firstGroup(), List.of(ana));
        jdbc.sql("UPDATE grants SET ends_at = CAST('2026-03-05T05:00Z' AS timestamptz) "
                        + "WHERE student_id = :ana AND ended_at IS NULL")
                .param("ana", ana.value())
                .update();
        explain("Abierta");
        browser.shows("Ana 1 no ve «Abierta»", "Su período de acceso terminó el", "5 mar 2026");
    }

    private void explain(String title) {
        browser.open(product.path() + "/explain?student=" + ana + "&page=" + pages.get(title));
    }

    private void fix(String button, String confirmation, String done) {
        browser.click(button);
        browser.dialog().click(confirmation);
        browser.shows(done);
    }

    private void moveTo(int dayOfMarch) {
        clock.moveTo(
                LocalDate.of(2026, 3, dayOfMarch).atTime(12, 0).atZone(BOGOTA).toInstant());
    }
}
