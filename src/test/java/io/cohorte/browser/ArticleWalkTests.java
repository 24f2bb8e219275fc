package io.cohorte.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.Program;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The producer's articles on groups and on imports, followed word for word on the program as it is unpacked: each step
 * uses what the steps before it have left.
 */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ArticleWalkTests {

    private static final String PRODUCT = "Fotografía desde cero";
    private static final String NEW_GROUP = "Generación 2026";
    private static final String CLOSED_GROUP = "Mentoría VIP";
    private static final String OFFER_OF_CLOSED_GROUP = "Mentoría VIP con Aurora";
    private static final String IMPORT_GROUP = "Becados";
    private static final String SAMPLE = "Cristiano Sarmiento;cristiano.sa2016@hotmail.com; 01/01/2018";

    private static final String[] FIRST_NAMES = {
        "María José", "João", "Íñigo", "Lucía", "Conceição", "Sinéad", "José Luis", "Begoña", "Zoë", "Ramón",
        "Ángela", "Núria", "Thiago", "Belén", "Óscar", "Inês", "Martín", "Sofía", "Raúl", "Chloé"
    };
    private static final String[] SURNAMES = {
        "Peña",
        "Zúñiga",
        "Muñoz",
        "Brandão",
        "O’Connor",
        "Núñez",
        "Magalhães",
        "Güell",
        "Ibáñez",
        "Araújo",
        "Restrepo",
        "D’Ávila",
        "Sáenz",
        "Cañizares",
        "Llorente"
    };
    private static final int LINE_OF_THE_MISTAKE = 151;

    @TempDir
    static Path data;

    Program program;
    List<String> moved = List.of();
    int movedWithGroup;

    @BeforeAll
    void startTheProgram(Browser browser) {
        program = Program.startIn(data);
        browser.useProgramAt(program.port());
        browser.wide();
    }

    @AfterAll
    void stopTheProgram() {
        program.stop();
    }

    @Test
    @Order(1)
    void leadsFromTheSignInToTheTabGrupos(Browser browser) {
        browser.open("/");
        browser.fill("E-mail", "owner@cohorte.example");
        browser.fill("Contraseña", "aprender-juntos");
        browser.click("Iniciar sesión");

        Part menu = browser.part(By.cssSelector("nav[aria-label='Menú principal']"));
        menu.shows("Productos");
        menu.click("Área de miembros");
        browser.click("Academia Aurora");
        menu.click("Productos");
        browser.click(PRODUCT);
        browser.click("Grupos");

        browser.row("Grupo general").shows("Predeterminado");
        waitForTheDemo(browser);
    }

    private static void waitForTheDemo(Browser browser) {
        browser.part(By.className("tabs")).click("Usuarios");
        browser.click("Historial de importación");
        browser.waitFor(
                () -> {
                    browser.reload();
                    return browser.column(5).stream().allMatch("Terminada"::equals);
                },
                () -> "the demo's imports");
        browser.click("Grupos");
    }

    @Test
    @Order(2)
    void createsAGroupAsTheDefaultWithTwoOffersOfWhichOneIsNew(Browser browser) {
        browser.click("Crear grupo");
        browser.fill("Nombre del grupo", NEW_GROUP);
        browser.tick("Es el grupo predeterminado");
        Part offers = browser.part(By.xpath("//fieldset[legend='Asociar ofertas']"));
        offers.tick("Curso completo");
        browser.click("Crear oferta");

        browser.shows("Al crear la oferta vuelves al formulario del grupo, con todo lo que escribiste.");
        browser.fill("Nombre", "Generación 2026, preventa");
        browser.fill("Precio", "49,90");
        browser.choose("Moneda", "EUR");
        browser.click("Crear oferta");

        browser.shows("Creaste la oferta Generación 2026, preventa.");
        assertThat(browser.value("Nombre del grupo")).isEqualTo(NEW_GROUP);
        assertThat(browser.isTicked("Es el grupo predeterminado")).isTrue();
        assertThat(offers.isTicked("Curso completo")).isTrue();
        assertThat(offers.isTicked("Generación 2026, preventa")).isTrue();
        assertThat(offers.isTicked("Oferta Turma 2025")).isFalse();
        browser.click("Crear grupo");

        browser.shows("Creaste el grupo " + NEW_GROUP + ".");
        browser.row(NEW_GROUP).shows("Predeterminado", "Curso completo", "Generación 2026, preventa");
    }

    @Test
    @Order(3)
    void letsTheFormerDefaultBeDeletedButNotThePresentOne(Browser browser) {
        Part former = browser.row("Grupo general");
        former.doesNotShow("Predeterminado");
        former.click("Acciones del grupo Grupo general");
        assertThat(former.offers("Eliminar")).isTrue();

        Part present = browser.row(NEW_GROUP);
        present.click("Acciones del grupo " + NEW_GROUP);
        present.shows("El grupo predeterminado no puede ser eliminado.");
        assertThat(present.offers("Eliminar")).isFalse();

        browser.visit(present.href("Editar").replace("/edit", "/delete"));
        browser.shows("El grupo predeterminado no puede ser eliminado.");
        assertThat(browser.offers("Sí, eliminar")).isFalse();
        browser.click("Volver");
    }

    @Test
    @Order(4)
    void movesTickedStudentsToAnotherGroup(Browser browser) {
        browser.part(By.className("tabs")).click("Usuarios");
        browser.choose("Grupo", CLOSED_GROUP);
        browser.waitFor(
                () -> browser.column(4).stream().allMatch(CLOSED_GROUP::equals), () -> "students of one group only");
        moved = browser.column(2).subList(0, 3);
        browser.fill("Buscar por nombre o e-mail", withoutAccents(moved.get(0)));
        browser.waitFor(() -> browser.column(2).size() < 4, () -> "few students");
        browser.shows(moved.get(0));
        browser.fill("Buscar por nombre o e-mail", "");
        browser.shows(moved.get(2));
        moved.forEach(it -> browser.tick("Marcar a " + it));
        browser.click("Acciones");
        browser.click("Cambiar de grupo");

        browser.shows("3 alumnos elegidos.");
        browser.tick("Turma 2025");
        browser.click("Confirmar el cambio");

        browser.shows("3 alumnos están ahora en Turma 2025.");
        browser.choose("Grupo", "Todos los grupos");
        for (String name : moved) {
            browser.fill("Buscar por nombre o e-mail", name);
            browser.row(name).shows("Turma 2025");
        }
    }

    private static String withoutAccents(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    @Test
    @Order(5)
    void deletesAGroupWhoseStudentsAndOffersGoToTheDefault(Browser browser) {
        browser.click("Grupos");
        movedWithGroup = studentsIn(browser, CLOSED_GROUP);
        int before = studentsIn(browser, NEW_GROUP);
        assertThat(movedWithGroup).isPositive();
        Part row = browser.row(CLOSED_GROUP);
        row.click("Acciones del grupo " + CLOSED_GROUP);
        row.click("Eliminar");

        browser.dialog()
                .shows(
                        "¿Eliminar el grupo " + CLOSED_GROUP + "?",
                        movedWithGroup + " alumnos pasan al grupo predeterminado, " + NEW_GROUP + ".",
                        OFFER_OF_CLOSED_GROUP);
        browser.dialog().click("Sí, eliminar");

        browser.shows("Eliminaste el grupo " + CLOSED_GROUP + ".");
        assertThat(studentsIn(browser, NEW_GROUP)).isEqualTo(before + movedWithGroup);
        browser.row(NEW_GROUP).shows("Siguen al predeterminado (sin grupo asociado):", OFFER_OF_CLOSED_GROUP);
        assertThat(browser.column(1)).noneMatch(it -> it.startsWith(CLOSED_GROUP));
        browser.click("Ofertas");
        browser.row(OFFER_OF_CLOSED_GROUP).shows("Sigue al grupo predeterminado");
    }

    private static int studentsIn(Browser browser, String group) {
        return browser.row(group).number("Alumnos");
    }

    @Test
    @Order(6)
    void importsThreeHundredPastedPeople(Browser browser) {
        browser.part(By.className("tabs")).click("Usuarios");
        browser.click("Importar usuarios");
        browser.click("Lote");
        // Day and month are the same, whichever of them the browser's own field wants first.
        WebElement date = browser.field("Fecha de compra");
        date.sendKeys("03032025");
        assertThat(browser.value("Fecha de compra")).isEqualTo("2025-03-03");
        browser.choose("Grupo", IMPORT_GROUP);
        browser.paste("Alumnos", String.join("\n", lines()));
        browser.click("Importar");
        browser.shows("Vista previa", "301\nlíneas", "300\nnuevas", "1\nrechazadas");
        browser.click("Importar 300 líneas");

        browser.shows("Terminada", "301\nlíneas", "300\nimportadas", "1\nrechazadas");
        browser.part(By.cssSelector("nav[aria-label='Líneas por resultado']")).click("rechazadas");
        browser.row("Alguien sin correo")
                .shows("Rechazada", "línea " + LINE_OF_THE_MISTAKE + ", columna 2: faltan datos");
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(SAMPLE);
        for (int i = 1; i < FIRST_NAMES.length * SURNAMES.length; i++) {
            String name = FIRST_NAMES[i % FIRST_NAMES.length] + " " + SURNAMES[i / FIRST_NAMES.length];
            lines.add(name + ";alumno." + i + "@correo.example" + (i % 3 == 0 ? "; 15/0" + (i % 9 + 1) + "/2024" : ""));
        }
        lines.add(LINE_OF_THE_MISTAKE - 1, "Alguien sin correo");
        return lines;
    }

    @Test
    @Order(7)
    void tellsOfTheImportInItsHistory(Browser browser) {
        browser.part(By.className("tabs")).click("Usuarios");
        browser.click("Historial de importación");

        Part newest = browser.part(By.cssSelector("tbody tr"));
        newest.shows("Lote", IMPORT_GROUP, "300", "de 301 líneas", "Terminada");
        newest.click("Detalles");
        browser.row("Cristiano Sarmiento").shows("cristiano.sa2016@hotmail.com", "1 ene 2018", "Importada");
    }

    @Test
    @Order(8)
    void findsThePeopleItImported(Browser browser) {
        browser.part(By.className("tabs")).click("Usuarios");
        findCristiano(browser);
        browser.fill("Buscar por nombre o e-mail", "alumno.1@correo.example");
        browser.row("João Peña").shows(IMPORT_GROUP, "3 mar 2025");
        browser.fill("Buscar por nombre o e-mail", "sinead o’con");
        browser.row("Sinéad O’Connor").shows(IMPORT_GROUP);
    }

    private static void findCristiano(Browser browser) {
        browser.fill("Buscar por nombre o e-mail", "cristiano sar");
        browser.row("Cristiano Sarmiento").shows("cristiano.sa2016@hotmail.com", IMPORT_GROUP, "1 ene 2018");
    }

    @Test
    @Order(9)
    void findsEverythingAgainAfterARestart(Browser browser) {
        browser.click("Grupos");
        browser.row(NEW_GROUP).shows("Predeterminado");
        List<String> groups = browser.column(1);
        List<String> students = browser.column(2);
        program.restart();

        browser.reload();
        browser.shows("owner@cohorte.example");
        assertThat(browser.column(1)).isEqualTo(groups);
        assertThat(browser.column(2)).isEqualTo(students);
        browser.row(NEW_GROUP).shows("Predeterminado", "Generación 2026, preventa", OFFER_OF_CLOSED_GROUP);
        browser.part(By.className("tabs")).click("Usuarios");
        findCristiano(browser);
        browser.fill("Buscar por nombre o e-mail", moved.get(0));
        browser.row(moved.get(0)).shows("Turma 2025");
        browser.click("Historial de importación");
        browser.part(By.cssSelector("tbody tr")).shows(IMPORT_GROUP, "300", "Terminada");
    }

    /** The article's second way to import, which also invites people to the staff; it needs no step before it. */
    @Test
    @Order(10)
    void importsPeopleByHandAsTheArticleSays(Browser browser) {
        browser.signIn("owner@cohorte.example", "aprender-juntos");
        browser.click("Academia Aurora");
        browser.click(PRODUCT);
        browser.part(By.className("tabs")).click("Usuarios");
        browser.click("Importar usuarios");
        browser.click("Manualmente");
        list(browser, "Úrsula Peña", "ursula.pena@correo.example", "Estudiante");
        list(browser, "Mateo Güell", "mateo.guell@correo.example", "Moderador");
        list(browser, "Inés Sáenz", "ines.saenz@correo.example", "Editor de contenido");
        list(browser, "Óscar Núñez", "oscar.nunez@correo.example", "Administrador");
        browser.row("Úrsula Peña").shows(IMPORT_GROUP);
        browser.click("Importar");

        browser.shows("Terminada", "4\nimportadas", "0\nrechazadas");
        browser.part(By.className("tabs")).click("Usuarios");
        browser.click("Historial de importación");
        Part newest = browser.part(By.cssSelector("tbody tr"));
        newest.shows("Manual", "4", "Terminada");
        newest.click("Detalles");
        browser.row("Úrsula Peña").shows("ursula.pena@correo.example", "Estudiante", IMPORT_GROUP, "Importada");
        browser.row("Mateo Güell").shows("Moderador");
        browser.row("Inés Sáenz").shows("Editor de contenido");
        browser.row("Óscar Núñez").shows("Administrador");
        browser.part(By.className("tabs")).click("Usuarios");
        browser.fill("Buscar por nombre o e-mail", "ursula pena");
        browser.row("Úrsula Peña").shows(IMPORT_GROUP);
        browser.fill("Buscar por nombre o e-mail", "mateo.guell");
        browser.shows("Nadie coincide");
    }

    private static void list(Browser browser, String name, String email, String role) {
        browser.choose("Rol", "Estudiante");
        browser.fill("Nombre", name);
        browser.fill("E-mail", email);
        browser.choose("Grupo", IMPORT_GROUP);
        browser.choose("Rol", role);
        browser.click("Agregar a la lista");
        browser.row(name).shows(email, role);
    }
}
