package io.cohorte.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.support.Program;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The people of a new school, one after the other, from the first start on: each does what is theirs and no more. */
@BrowserTest
@ExtendWith(OutputCaptureExtension.class)
class StoryTests {

    private static final String PASSWORD = "nubes sobre el páramo";
    private static final String OTHER_PASSWORD = "lluvia en la sabana";
    private static final String COURSE = "Acuarela botánica";
    private static final String STUDENT = "Íñigo Zúñiga";

    @TempDir
    Path folder;

    private Browser browser;
    private CapturedOutput log;

    @Test
    void letsOperatorOwnerAdministratorSupportAndStudentEachDoTheirs(Browser browser, CapturedOutput log)
            throws IOException {
        this.browser = browser;
        this.log = log;
        Program program = Program.startEmptyIn(folder.resolve("data"));
        try {
            browser.useProgramAt(program.port());
            browser.wide();
            operatorSetsTheInstallationUp();
            ownerArrangesTheArea();
            Set<Cookie> administrator = administratorOpensACourse();
            supportMovesTheStudent();
            Set<Cookie> student = studentSettlesIn();
            administratorBlocksTheStudent(administrator);
            studentIsSignedOutAndSeesNothing(student);
            ownerReadsWhatWasDoneAndDismissesTheAdministrator();
            administratorIsOutAtTheNextClick(administrator);
        } finally {
            program.stop();
        }
    }

    private void operatorSetsTheInstallationUp() {
        browser.open("/");
        browser.shows("Empecemos");
        browser.visit(lastLink("/setup"));
        browser.fill("Nombre del área", "Taller de Olga");
        browser.tick("Español");
        browser.fill("Tu nombre", "Olga Dueñas");
        browser.fill("E-mail", "olga@taller.example");
        browser.fill("Contraseña", PASSWORD);
        browser.fill("Repite la contraseña", PASSWORD);
        browser.click("Empezar");
        browser.shows("Todo listo: esta es tu área.");

        browser.expectStatuses(404);
        browser.open("/setup");
        browser.shows("404");
        browser.open("/areas");
        browser.click("Crear área");
        browser.fill("Nombre del área", "Segunda sede");
        browser.fill("Tu nombre", "Olga Dueñas");
        browser.click("Crear área");
        browser.shows("Creaste el área Segunda sede.");
    }

    private void ownerArrangesTheArea() throws IOException {
        browser.open("/areas/taller-de-olga/settings");
        browser.fill("Nombre del área", "Academia Olga");
        browser.fill("Dirección del área", "academia-olga");
        browser.run("document.getElementById('colour').value = '#0b7a5c'");
        browser.click("Guardar");
        browser.shows("Guardamos los ajustes del área.");
        assertThat(browser.path()).isEqualTo("/areas/academia-olga/settings");
        browser.field("Archivo").sendKeys(picture().toString());
        browser.click("Subir logo");
        browser.shows("Este es el nuevo logo.");
        browser.open("/areas/taller-de-olga/staff");
        assertThat(browser.path()).as("the former address leads here").isEqualTo("/areas/academia-olga/staff");

        addToStaff("Alma Rojas", "alma@taller.example", "Administrador");
    }

    private Set<Cookie> administratorOpensACourse() {
        activate();
        browser.click("Academia Olga");
        assertThat(menu().offers("Ajustes"))
                .as("settings, for an administrator")
                .isFalse();
        browser.click("Crear producto");
        browser.fill("Nombre", COURSE);
        browser.click("Crear producto");
        browser.click("Grupos");
        browser.click("Crear grupo");
        browser.fill("Nombre del grupo", "Becados");
        browser.click("Crear grupo");
        browser.shows("Creaste el grupo Becados.");

        tab("Usuarios");
        browser.click("Importar usuarios");
        assertThat(browser.field("Rol").getText()).contains("Moderador").doesNotContain("Administrador");
        browser.fill("Nombre", STUDENT);
        browser.fill("E-mail", "inigo@alumnos.example");
        browser.click("Agregar a la lista");
        browser.row(STUDENT).shows("inigo@alumnos.example");
        browser.click("Importar");
        browser.shows("Terminada", "1\nimportada");

        menu().click("Equipo");
        addToStaff("Sara Soporte", "sara@taller.example", "Soporte");
        return browser.stepAside();
    }

    private void supportMovesTheStudent() {
        activate();
        browser.click("Academia Olga");
        assertThat(menu().offers("Equipo")).as("staff, for support").isFalse();
        browser.click(COURSE);
        assertThat(browser.offers("Grupos")).as("groups, for support").isFalse();
        browser.click(STUDENT);
        assertThat(browser.offers("Bloquear")).as("blocking, for support").isFalse();
        browser.choose("Cambiar de grupo", "Becados");
        browser.click("Cambiar de grupo");
        browser.shows("Nadie pierde ni gana el acceso a ninguna página.");
        browser.click("Confirmar el cambio");
        browser.shows("Un alumno está ahora en Becados", "Pasó de Grupo general a Becados");
        browser.click("Reenviar acceso");
        browser.shows("Enviamos de nuevo a " + STUDENT + " cómo entrar.");
        browser.expectStatuses(403);
        browser.open("/areas/academia-olga/staff");
        browser.shows("403");
        browser.stepAside();
    }

    private Set<Cookie> studentSettlesIn() {
        activate();
        browser.shows(COURSE);
        browser.open("/account/password");
        browser.fill("Contraseña actual", PASSWORD);
        browser.fill("Contraseña nueva", OTHER_PASSWORD);
        browser.fill("Repite la contraseña", OTHER_PASSWORD);
        browser.click("Cambiar contraseña");
        browser.shows("Cambiamos tu contraseña y cerramos tus otras sesiones.");
        browser.click("Sesiones");
        browser.shows("Esta sesión", "Chrome");
        browser.expectStatuses(404);
        browser.open("/areas/academia-olga/products");
        browser.shows("404");
        return browser.stepAside();
    }

    private void administratorBlocksTheStudent(Set<Cookie> session) {
        browser.goOnWith(session);
        browser.open("/areas/academia-olga/members");
        browser.row(STUDENT).shows(COURSE, "Becados");
        browser.row(STUDENT).click(COURSE);
        browser.click("Bloquear");
        browser.shows("¿Bloquear a " + STUDENT + "?");
        browser.click("Sí, bloquear");
        browser.shows("Bloqueaste a " + STUDENT + " en este producto.");
        browser.stepAside();
    }

    private void studentIsSignedOutAndSeesNothing(Set<Cookie> session) {
        browser.goOnWith(session);
        browser.open("/account");
        browser.shows("Iniciar sesión");
        browser.signIn("inigo@alumnos.example", OTHER_PASSWORD);
        browser.shows(COURSE, "En pausa");
        browser.click(COURSE);
        browser.shows("Tu acceso está en pausa");
        browser.stepAside();
    }

    private void ownerReadsWhatWasDoneAndDismissesTheAdministrator() {
        browser.signIn("olga@taller.example", PASSWORD);
        browser.click("Academia Olga");
        menu().click("Registro de cambios");
        browser.row("Bloqueó a un alumno").shows("Alma Rojas", STUDENT, COURSE);
        browser.row("Cambió de grupo a un alumno").shows("Sara Soporte", STUDENT, "Grupo general", "Becados");

        menu().click("Equipo");
        browser.row("Alma Rojas").click("Acciones de Alma Rojas");
        browser.row("Alma Rojas").click("Quitar del equipo");
        browser.shows("¿Quitar a Alma Rojas del equipo?");
        browser.click("Sí, quitar");
        browser.shows("Alma Rojas ya no está en el equipo.");
        browser.stepAside();
    }

    private void administratorIsOutAtTheNextClick(Set<Cookie> session) {
        browser.goOnWith(session);
        browser.expectStatuses(404);
        browser.open("/areas/academia-olga/members");
        browser.shows("404");
        browser.open("/areas");
        browser.shows("Todavía no eres parte de ningún equipo");
    }

    /** Somebody without a password yet; a link for them stands in the log afterwards. */
    private void addToStaff(String name, String email, String role) {
        browser.click("Agregar al equipo");
        browser.fill("E-mail", email);
        browser.fill("Nombre", name);
        browser.tick(role);
        browser.click("Agregar");
        browser.shows(name + " está en el equipo.");
        browser.row(name).click("Acciones de " + name);
        browser.row(name).click("Nuevo enlace de activación");
        browser.shows("Enviamos a " + name + " un enlace de activación.");
    }

    private void activate() {
        browser.forgetEverything();
        browser.visit(lastLink("/activate/"));
        browser.fill("Contraseña", PASSWORD);
        browser.fill("Repite la contraseña", PASSWORD);
        browser.click("Activar mi cuenta");
        browser.waitFor(() -> !browser.path().startsWith("/activate"), () -> "the account to be activated");
    }

    /** The newest link of a kind in the program's log. */
    private String lastLink(String path) {
        Matcher links = Pattern.compile("http://localhost:\\d+" + path + "\\S+").matcher(log.getAll());
        String last = "";
        while (links.find()) {
            last = links.group();
        }
        assertThat(last).as("a link to " + path).isNotEmpty();
        return last;
    }

    private Part menu() {
        return browser.part(By.cssSelector("nav[aria-label='Menú principal']"));
    }

    private void tab(String label) {
        browser.part(By.cssSelector(".tabs")).click(label);
    }

    private Path picture() throws IOException {
        Path file = folder.resolve("logo.png");
        ImageIO.write(new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }
}
