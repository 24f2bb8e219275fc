package io.cohorte.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser that runs no scripts: everything can be done all the same. */
@CohorteTest
@BrowserTest(javaScript = false)
class NoJavaScriptTests {

    @Autowired
    World world;

    @LocalServerPort
    int port;

    TestProduct product;

    @BeforeEach
    void signIn(Browser browser) {
        product = world.product();
        browser.useProgramAt(port);
        browser.signIn(product.area().owner().email(), World.PASSWORD);
        assertThat(browser.scriptsRun()).as("scripts run").isFalse();
    }

    @Test
    void createsAGroupAndMakesItTheDefault(Browser browser) {
        browser.open(product.path() + "/groups");
        browser.click("Crear grupo");
        browser.fill("Nombre del grupo", "Turma 2026");
        browser.click("Crear grupo");
        browser.shows("Creaste el grupo Turma 2026.");

        browser.row("Turma 2026").click("Acciones del grupo Turma 2026");
        browser.row("Turma 2026").click("Hacer predeterminado");
        browser.shows("¿Hacer predeterminado el grupo Turma 2026?", "Verá lo mismo.");
        browser.click("Sí, hacerlo predeterminado");

        browser.shows("Turma 2026 es ahora el grupo predeterminado.");
        browser.row("Turma 2026").shows("Predeterminado");
        browser.row("Grupo general").doesNotShow("Predeterminado");
    }

    @Test
    void findsAStudentAndMovesThem(Browser browser) {
        world.group(product, "VIP");
        world.students(product, product.firstGroup(), "Ana Peña", 2);
        world.students(product, product.firstGroup(), "Íñigo Zúñiga", 1);
        browser.open(product.path() + "/members");
        browser.fill("Buscar por nombre o e-mail", "inigo");
        browser.click("Filtrar");
        browser.shows("1 alumno");

        browser.tick("Marcar a Íñigo Zúñiga 1");
        browser.click("Acciones");
        browser.click("Cambiar de grupo");
        browser.shows("Un alumno elegido.");
        browser.tick("VIP");
        browser.click("Confirmar el cambio");

        browser.shows("Un alumno está ahora en VIP.");
        browser.click("Quitar filtros");
        browser.row("Íñigo Zúñiga 1").shows("VIP");
        browser.row("Ana Peña 1").shows("Grupo general");
    }

    @Test
    void movesAPageOfStudents(Browser browser) {
        world.group(product, "VIP");
        world.students(product, product.firstGroup(), "Ana Peña", 3);
        browser.open(product.path() + "/members");
        browser.click("Acciones");
        browser.click("Marcar toda la página");
        browser.waitFor(() -> browser.isTicked("Marcar a Ana Peña 3"), () -> "a ticked page");
        browser.click("Acciones");
        browser.click("Cambiar de grupo");
        browser.shows("3 alumnos elegidos.");
    }

    @Test
    void deletesAGroupThroughItsMenu(Browser browser) {
        GroupId vip = world.group(product, "VIP");
        world.offer(product, "Mentoría VIP", vip);
        world.students(product, vip, "Ana Peña", 3);
        browser.open(product.path() + "/groups");

        browser.row("VIP").click("Acciones del grupo VIP");
        browser.row("VIP").click("Eliminar");
        browser.shows(
                "¿Eliminar el grupo VIP?", "3 alumnos pasan al grupo predeterminado, Grupo general.", "Mentoría VIP");
        browser.click("Sí, eliminar");

        browser.shows("Eliminaste el grupo VIP. Sus 3 alumnos están en el grupo predeterminado.");
        browser.row("Grupo general").shows("3", "Siguen al predeterminado (sin grupo asociado):", "Mentoría VIP");
    }

    @Test
    void writesACourseAndPutsItInOrder(Browser browser) {
        browser.open(product.path() + "/content");
        browser.click("Crear módulo");
        browser.fill("Nombre del módulo", "La luz");
        browser.click("Crear módulo");
        browser.shows("Creaste el módulo La luz.");
        for (String title : new String[] {"La exposición", "La apertura"}) {
            browser.open(product.path() + "/content/pages/new");
            browser.fill("Título de la página", title);
            browser.click("Crear página");
            browser.shows("Creaste la página " + title + ".");
        }

        browser.paste("Texto", "Un número **f** pequeño abre mucho.");
        browser.click("Vista previa");
        browser.shows("Todavía no está guardado.", "Un número f pequeño abre mucho.");
        browser.click("Guardar");
        browser.shows("Guardamos la página.");

        browser.open(product.path() + "/content");
        browser.shows("La exposición", "La apertura");
        browser.click("Subir La apertura");
        browser.showsInOrder("La apertura", "La exposición");
        browser.click("Acciones de la página La apertura");
        browser.click("Duplicar");
        browser.shows("La apertura (copia)");
    }

    @Test
    void importsAListAndShowsItsResult(Browser browser) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        browser.open(product.path() + "/members");
        browser.click("Importar usuarios");
        browser.click("Lote");
        browser.paste(
                "Alumnos",
                "Lucía Ñáñez;lucia." + number + "@alumnos.example; 23/02/2018\n"
                        + "Zoë O’Connor;zoe." + number + "@alumnos.example\n"
                        + "Sin Correo;sin correo\n");
        browser.click("Importar");
        browser.shows("Vista previa", "«23/02/2018» es el 23 feb 2018");
        browser.click("Importar 2 líneas");

        browser.shows("Terminada");
        browser.shows("línea 3, columna 2: «sin correo»");
        browser.row("Lucía Ñáñez").shows("23 feb 2018", "Importada");
        browser.click("Zoë O’Connor");
        browser.shows("Situación actual", "Grupo general");
    }

    @Test
    void listsPeopleByHandAndImportsThem(Browser browser) {
        world.group(product, "VIP");
        String domain = "@" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        browser.open(product.path() + "/imports/manual");
        add(browser, "Lucía Ñáñez", "lucia" + domain, "Estudiante", "VIP");
        add(browser, "Zoë O’Connor", "zoe" + domain, "Estudiante", "VIP");
        add(browser, "Mora Ibáñez", "mora" + domain, "Moderador", "VIP");
        browser.shows("3 personas");
        browser.row("Zoë O’Connor").click("Quitar");
        browser.shows("2 personas");
        browser.doesNotShow("Zoë");
        browser.click("Importar");

        browser.shows("Terminada");
        browser.row("Lucía Ñáñez").shows("Estudiante", "VIP", "Importada");
        browser.row("Mora Ibáñez").shows("Moderador", "Importada");
        browser.row("Mora Ibáñez").doesNotShow("VIP");
    }

    private static void add(Browser browser, String name, String email, String role, String group) {
        browser.fill("Nombre", name);
        browser.fill("E-mail", email);
        browser.choose("Grupo", group);
        browser.choose("Rol", role);
        browser.click("Agregar a la lista");
        browser.row(name).shows(email);
        browser.choose("Rol", "Estudiante");
    }

    @Test
    void saysWhoSeesAPageAndLooksAtTheMatrix(Browser browser) {
        world.group(product, "VIP");
        PageId page = world.page(product, world.module(product, "Fundamentos"), "Bienvenida");
        browser.open(product.path() + "/content/pages/" + page + "/access");
        browser.choose("Liberación para VIP", "Días tras la compra");
        browser.choose("Expiración para VIP", "Nunca");
        browser.fill("Días hasta la liberación para VIP", "7");
        browser.choose("Copiar de", "VIP");
        browser.click("Copiar");
        assertThat(browser.value("Días hasta la liberación para Grupo general")).isEqualTo("7");
        browser.click("Guardar");
        browser.shows("Antes de guardar");
        browser.click("Confirmar y guardar");
        browser.shows("Guardaste las reglas de Bienvenida.");

        browser.open(product.path() + "/access");
        browser.shows("Abre el");
        browser.fill("Días desde la compra", "7");
        browser.click("Mostrar");
        browser.row("Bienvenida").click("Abierta");
        browser.shows("Bienvenida: regla de Grupo general");
        browser.choose("Liberación para Grupo general", "Como el módulo");
        browser.choose("Expiración para Grupo general", "Como el módulo");
        browser.click("Guardar");
        browser.click("Confirmar y guardar");
        browser.shows("Guardaste la regla de Grupo general en Bienvenida.");
        assertThat(browser.path()).contains("/access?", "days=7");
    }

    @Test
    void learnsCommentsAndLooksWithAStudentsEyes(Browser browser) {
        PageId page = world.page(product, world.module(product, "Fundamentos"), "Bienvenida");
        Person ana = world.person();
        world.name(product.area(), ana, "Ana Peña");
        world.enrol(product, product.firstGroup(), List.of(ana.id()));
        browser.signIn(ana.email(), World.PASSWORD);
        browser.click("Empezar");
        browser.shows("Escribe un comentario");
        browser.fill("Escribe un comentario", "¿Y de noche?");
        browser.click("Publicar");
        browser.shows("¿Y de noche?");
        browser.click("Marcar como vista");
        browser.shows("Aún no la terminé");
        browser.click("Aún no la terminé");
        browser.shows("Marcar como vista");

        browser.signIn(product.area().owner().email(), World.PASSWORD);
        browser.open("/areas/" + product.area().slug() + "/comments?show=all");
        browser.shows("¿Y de noche?");
        browser.click("Ocultar");
        browser.shows("está oculto");
        browser.open(product.path() + "/view-as");
        browser.click("Ver como este grupo");
        browser.shows("Ves el aula como un alumno de Grupo general");
        browser.open(browser.path() + "/pages/" + page);
        browser.shows("Comentarios");
        browser.doesNotShow("¿Y de noche?");
    }

    @Test
    void signsOut(Browser browser) {
        browser.click(product.area().owner().email());
        browser.click("Cerrar sesión");
        browser.shows("Cerraste la sesión.");
        browser.open("/areas");
        assertThat(browser.path()).isEqualTo("/login");
    }
}
