package io.cohorte.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.Program;
import io.cohorte.support.ScriptedSmtpServer;
import io.cohorte.support.ScriptedSmtpServer.Received;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.openqa.selenium.By;

/**
 * A list as a spreadsheet gives it, with all that goes wrong in such lists: settled on the preview, imported, mailed,
 * mended and taken back. Each step uses what the steps before it have left.
 */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ImportWalkTests {

    private static final String PRODUCT = "Fotografía desde cero";
    private static final int GOOD = 1_900;
    private static final int DOUBLE = 40;
    private static final int WITHOUT_AT = 30;
    private static final int NO_SUCH_DAY = 20;
    private static final int NO_SUCH_GROUP = 9;
    private static final int REFUSED = DOUBLE + WITHOUT_AT + NO_SUCH_DAY + NO_SUCH_GROUP;
    private static final Pattern ACTIVATION = Pattern.compile("http://localhost:\\d+/activate/[\\w-]+");

    @TempDir
    static Path data;

    ScriptedSmtpServer mailbox;
    Program program;
    String firstRun = "";
    List<String> refused = List.of();

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
    }

    @AfterAll
    void stopTheProgram() {
        program.stop();
        mailbox.close();
    }

    private static List<String> list() {
        List<String> lines = new ArrayList<>(List.of("Nombre\tCorreo\tFecha de compra\tGrupo"));
        for (int i = 0; i < GOOD; i++) {
            String date = List.of("0%d/0%d/2024".formatted(1 + i % 9, 1 + i % 8), "2024-11-2" + i % 10, "")
                    .get(i % 3);
            lines.add("Íñigo Núñez %d\tinigo.%d@correo.example\t%s\t".formatted(i, i, date));
        }
        for (int i = 0; i < DOUBLE; i++) {
            lines.add("Otra vez\tINIGO.%d@CORREO.example".formatted(i));
        }
        for (int i = 0; i < WITHOUT_AT; i++) {
            lines.add("Sin Arroba %d\tsin.arroba.%d.correo.example".formatted(i, i));
        }
        for (int i = 0; i < NO_SUCH_DAY; i++) {
            lines.add("Sin Día %d\tsin.dia.%d@correo.example\t31/02/2024".formatted(i, i));
        }
        for (int i = 0; i < NO_SUCH_GROUP; i++) {
            lines.add("Sin Grupo %d\tsin.grupo.%d@correo.example\t\tNo existe".formatted(i, i));
        }
        return lines;
    }

    @Test
    @Order(1)
    void showsWhatAMessyListWouldDo(Browser browser) {
        browser.signIn("owner@cohorte.example", "aprender-juntos");
        browser.click("Academia Aurora");
        browser.click(PRODUCT);
        browser.part(By.className("tabs")).click("Usuarios");
        browser.click("Importar usuarios");
        browser.click("Lote");
        browser.paste("Alumnos", String.join("\n", list()));
        browser.click("Importar");

        browser.shows("Vista previa", "1.999\nlíneas", "1.900\nnuevas", REFUSED + "\nrechazadas");
        browser.shows("Tabulación", "la primera línea nombra las columnas", "supuesto por el idioma del área");
        browser.shows("Se envían 1.900 correos.");
    }

    @Test
    @Order(2)
    void settlesTheOrderOfDatesAndMendsALineOnThePreview(Browser browser) {
        browser.click("Corregir la lectura");
        browser.choose("En la lista, las fechas van como", "día/mes/año (31/12/2018)");
        browser.click("Leer de nuevo");
        browser.shows("elegido por ti", "1.900\nnuevas", REFUSED + "\nrechazadas");

        browser.part(By.className("totals")).click("rechazadas");
        browser.shows("este e-mail ya está en la línea 2", "Guardar correcciones");
        int line = 2 + GOOD;
        browser.run(
                "document.querySelector('[name=line" + line + "]').value = arguments[0]",
                "Corregida\tcorregida@correo.example\t2024-12-24");
        browser.click("Guardar correcciones");
        browser.shows("1.901\nnuevas", REFUSED - 1 + "\nrechazadas");
        refused = download(browser, browser.href("Líneas rechazadas")).lines().toList();
        assertThat(refused).as("lines of the file, with its header").hasSize(REFUSED);
    }

    @Test
    @Order(3)
    void importsItWithProgressAndCountsThatAddUp(Browser browser) {
        browser.click("Importar 1.901 líneas");

        browser.shows(
                "Terminada", "1.999\nlíneas", "1.901\nimportadas", "0\nya inscritas", REFUSED - 1 + "\nrechazadas");
        firstRun = browser.path();
        browser.part(By.className("tabs")).click("Usuarios");
        browser.fill("Buscar por nombre o e-mail", "corregida@correo");
        browser.row("Corregida").shows("24 dic 2024");
        browser.click("Historial de importación");
        browser.part(By.cssSelector("tbody tr")).shows("Lote", "1.901", "de 1.999 líneas", "Terminada");
        browser.fill("E-mail de una persona", "corregida@correo.example");
        browser.click("Buscar");
        assertThat(browser.column(1)).hasSize(1);
    }

    @Test
    @Order(4)
    void activatesAnAccountByTheMailItSent(Browser browser) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> mailTo("corregida@correo.example")
                .isPresent());
        String link = activation(mailTo("corregida@correo.example").orElseThrow());
        browser.forgetEverything();
        browser.visit(link);
        browser.fill("Contraseña", "caballo-verde-7");
        browser.fill("Repite la contraseña", "caballo-verde-7");
        browser.click("Activar mi cuenta");
        browser.shows("Fotografía desde cero", "Empezar");
        assertThat(browser.path()).as("straight to the product").startsWith("/learn/");

        browser.signIn("owner@cohorte.example", "aprender-juntos");
    }

    private Optional<Received> mailTo(String address) {
        return mailbox.received().stream().filter(it -> it.to().equals(address)).findFirst();
    }

    private static String activation(Received mail) {
        Matcher link = ACTIVATION.matcher(mail.text().replace("=\n", "").replace("=3D", "="));
        assertThat(link.find()).as("an activation link in\n%s", mail.text()).isTrue();
        return link.group();
    }

    @Test
    @Order(5)
    void importsTheRefusedLinesOnceTheyAreMended(Browser browser) {
        String mended = refused.stream()
                .map(it -> it.replaceAll("(sin\\.arroba\\.\\d+)\\.correo", "$1@correo")
                        .replace("31/02/2024", "2024-02-29")
                        .replace("No existe", "Becados"))
                .collect(Collectors.joining("\n"));
        open(browser, "/imports/batch");
        browser.paste("Alumnos", mended);
        browser.click("Importar");

        int good = WITHOUT_AT + NO_SUCH_DAY + NO_SUCH_GROUP;
        browser.shows("Vista previa", good + "\nnuevas", DOUBLE - 1 + "\nya inscritas", "0\nrechazadas");
        browser.click("Importar " + (good + DOUBLE - 1) + " líneas");
        browser.shows("Terminada", good + "\nimportadas", DOUBLE - 1 + "\nya inscritas", "0\nrechazadas");
    }

    @Test
    @Order(6)
    void takesTheFirstRunBackButForWhoeverHasSignedIn(Browser browser) {
        browser.open(firstRun);
        browser.click("Deshacer la importación");
        browser.shows("Todavía no cambió nada.", "1.900\nSalen", "1\nSe quedan como están");
        browser.part(By.className("totals")).click("Se quedan como están");
        browser.row("Corregida").shows("entró después de la importación");
        browser.click("Sí, deshacer");

        browser.shows("Importación deshecha", "1.900\nSalieron", "1\nSe quedaron como estaban");
        browser.part(By.className("tabs")).click("Usuarios");
        browser.fill("Buscar por nombre o e-mail", "inigo.7@correo");
        browser.shows("Nadie coincide");
        browser.fill("Buscar por nombre o e-mail", "corregida@correo");
        browser.row("Corregida").shows("24 dic 2024");
        browser.click("Historial de importación");
        browser.part(By.cssSelector("tbody tr")).shows("Terminada");
    }

    private void open(Browser browser, String page) {
        browser.open(firstRun.replaceAll("/imports/.*", page));
    }

    private static String download(Browser browser, String address) {
        return String.valueOf(browser.await(
                "const done = arguments[arguments.length - 1];"
                        + "fetch(arguments[0]).then(it => it.text()).then(done)",
                address));
    }
}
