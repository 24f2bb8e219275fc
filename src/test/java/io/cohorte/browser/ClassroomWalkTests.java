package io.cohorte.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.content.PagePasswords;
import io.cohorte.content.Pages;
import io.cohorte.groups.GroupId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A producer and two students of different groups: what each student sees is what the matrix says, what they write stays
 * in their group, a move shows the other world at once, and the producer sees it all with their eyes.
 */
@CohorteTest
@BrowserTest
class ClassroomWalkTests {

    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final String GENERAL = "Grupo general";

    @Autowired
    World world;

    @Autowired
    AccessRules rules;

    @Autowired
    Pages pages;

    @Autowired
    PagePasswords passwords;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Browser browser;
    private TestProduct product;
    private GroupId vip;
    private ModuleId module;
    private String classroom;
    private Set<Cookie> producer;
    private Set<Cookie> ana;
    private Set<Cookie> vera;
    private final Map<String, PageId> byTitle = new LinkedHashMap<>();

    @AfterEach
    void goBackInTime() {
        clock.reset();
    }

    @Test
    void showsEachStudentTheirGroupsWorldAndTheProducerBoth(Browser browser) throws IOException {
        this.browser = browser;
        build();
        seeWhatTheMatrixSays();
        talkWithinTheGroup();
        seeWithTheStudentsEyes();
        moveTheStudent();
    }

    private void build() {
        product = world.product();
        vip = world.group(product, "VIP");
        module = world.module(product, "Fundamentos");
        classroom = "/learn/" + product.area().slug() + "/" + product.ref().id();
        page("Bienvenida", new Audience.All(), Map.of());
        page("Solo VIP", new Audience.Chosen(Set.of(vip)), Map.of());
        page("A la semana", new Audience.All(), only(new Release.AfterPurchase(7), new Expiry.Never()));
        page(
                "Hasta el cuatro",
                new Audience.All(),
                only(new Release.AtOnce(), new Expiry.OnDay(LocalDate.of(2026, 3, 4))));
        page("Con clave", new Audience.All(), Map.of());
        passwords.set(product.ref(), byTitle.get("Con clave"), "abracadabra", product.owner());
        browser.useProgramAt(port);
        browser.wide();
        browser.signIn(product.area().owner().email(), World.PASSWORD);
        producer = browser.stepAside();
        ana = student(product.firstGroup(), "Ana");
        vera = student(vip, "Vera");
    }

    private void page(String title, Audience audience, Map<GroupId, Schedule> schedules) {
        PageId page = world.page(product, module, title);
        pages.write(product.ref(), page, title, "Texto de «" + title + "».", 1, product.owner());
        rules.set(product.ref(), new Subject.OfPage(page), new Rules(audience, schedules), 0, product.owner());
        byTitle.put(title, page);
    }

    private Map<GroupId, Schedule> only(Release release, Expiry expiry) {
        return Map.of(product.firstGroup(), new Schedule(release, expiry));
    }

    private Set<Cookie> student(GroupId group, String name) {
        Person person = world.person();
        world.name(product.area(), person, name);
        world.enrol(product, group, List.of(person.id()));
        browser.signIn(person.email(), World.PASSWORD);
        browser.shows("Fundamentos");
        assertThat(browser.path()).as("where a student of one product lands").isEqualTo(classroom);
        return browser.stepAside();
    }

    private void seeWhatTheMatrixSays() {
        for (int dayOfMarch : new int[] {3, 5, 9}) {
            moveTo(dayOfMarch);
            browser.goOnWith(producer);
            Map<String, String> ofAna = matrix(dayOfMarch, GENERAL);
            Map<String, String> ofVera = matrix(dayOfMarch, "VIP");
            assertThat(ofAna).hasSize(byTitle.size()).isNotEqualTo(ofVera);

            browser.goOnWith(ana);
            assertThat(seen()).as("Ana on %d March", dayOfMarch).isEqualTo(ofAna);
            browser.goOnWith(vera);
            assertThat(seen()).as("Vera on %d March", dayOfMarch).isEqualTo(ofVera);
        }
    }

    /** A group's column, by the titles of the pages. */
    private Map<String, String> matrix(int dayOfMarch, String group) {
        browser.open(product.path() + "/access?days=" + (dayOfMarch - 1));
        browser.shows("Bienvenida");
        List<String> groups = new ArrayList<>();
        browser.driver.findElements(By.cssSelector(".matrix thead th")).forEach(it -> groups.add(it.getText()));
        int column = groups.stream().map(it -> it.contains(group)).toList().indexOf(true);
        Map<String, String> states = new LinkedHashMap<>();
        for (String title : byTitle.keySet()) {
            String cell = browser.driver
                    .findElement(By.xpath("//table//tr[th//a[normalize-space(.)='" + title + "']]/td[" + column + "]"))
                    .getText();
            states.put(title, state(cell, "Terminó", "Contraseña"));
        }
        return states;
    }

    /** What a student's index says of each page; what it does not show is hidden. */
    private Map<String, String> seen() {
        browser.open(classroom);
        browser.shows("Fundamentos");
        Map<String, String> states = new LinkedHashMap<>();
        byTitle.keySet().forEach(it -> states.put(it, "hidden"));
        browser.driver.findElements(By.cssSelector(".lessons a")).forEach(it -> {
            String title = it.findElement(By.cssSelector(".lesson-title")).getText();
            states.put(title, state(it.getText().replace(title, ""), "Ya terminó", "Con contraseña"));
        });
        return states;
    }

    private static String state(String words, String over, String password) {
        if (words.contains("Oculta")) {
            return "hidden";
        } else if (words.contains("Abre el")) {
            return words.replaceAll("(?s).*Abre el\\s+(\\d+ \\p{L}+ \\d+).*", "opens on $1");
        } else if (words.contains(over)) {
            return "over";
        }
        return words.contains(password) ? "password" : "open";
    }

    private void talkWithinTheGroup() {
        moveTo(3);
        browser.goOnWith(ana);
        openPage("Bienvenida");
        browser.fill("Escribe un comentario", "¿Quién más es de aquí?");
        browser.click("Publicar");
        browser.shows("¿Quién más es de aquí?");

        browser.goOnWith(vera);
        openPage("Bienvenida");
        browser.doesNotShow("¿Quién más es de aquí?");
        browser.fill("Escribe un comentario", "Saludos de VIP.");
        browser.click("Publicar");
        browser.shows("Saludos de VIP.");

        browser.goOnWith(ana);
        openPage("Bienvenida");
        browser.shows("¿Quién más es de aquí?");
        browser.doesNotShow("Saludos de VIP.");

        browser.goOnWith(producer);
        openPage("Bienvenida");
        browser.shows("Vista de equipo", "¿Quién más es de aquí?", "Saludos de VIP.");
    }

    private void openPage(String title) {
        browser.open(classroom + "/pages/" + byTitle.get(title));
        browser.shows("Texto de «" + title + "».");
    }

    private void seeWithTheStudentsEyes() throws IOException {
        browser.goOnWith(producer);
        browser.open(product.path() + "/view-as");
        browser.fill("Nombre o e-mail", "Ana");
        browser.click("Buscar");
        browser.part(By.cssSelector(".ways")).click("Ver como");
        browser.shows("Ves el aula como Ana");
        String as = browser.path();
        for (String page : List.of("", "/pages/" + byTitle.get("Bienvenida"), "/pages/" + byTitle.get("Con clave"))) {
            browser.goOnWith(ana);
            BufferedImage own = picture(classroom + page);
            browser.goOnWith(producer);
            BufferedImage looked = picture(as + page);
            assertThat(differences(own, looked)).as("pixels of %s", page).isZero();
        }
        browser.open(as + "/pages/" + byTitle.get("Bienvenida"));
        browser.expectStatuses(403);
        browser.click("Marcar como vista");
        browser.shows("solo puedes mirar");
    }

    private BufferedImage picture(String path) throws IOException {
        browser.open(path);
        browser.shows("Fundamentos");
        browser.run("document.querySelector('.view-banner')?.remove(); document.activeElement.blur();");
        return ImageIO.read(new ByteArrayInputStream(browser.picture()));
    }

    private static long differences(BufferedImage one, BufferedImage other) {
        assertThat(other.getWidth()).isEqualTo(one.getWidth());
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        long different = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                different += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return different;
    }

    private void moveTheStudent() {
        browser.goOnWith(ana);
        browser.open(classroom);
        browser.doesNotShow("Solo VIP");
        ana = browser.stepAside();

        browser.goOnWith(producer);
        browser.open(product.path() + "/members?q=Ana");
        browser.tick("Marcar a Ana");
        browser.click("Acciones");
        browser.click("Cambiar de grupo");
        browser.tick("VIP");
        browser.click("Confirmar el cambio");
        browser.shows("está ahora en VIP");
        browser.stepAside();

        browser.goOnWith(ana);
        browser.open(classroom);
        browser.shows("Solo VIP");
        browser.click("Bienvenida");
        browser.shows("Saludos de VIP.");
        browser.doesNotShow("¿Quién más es de aquí?");
    }

    private void moveTo(int dayOfMarch) {
        clock.moveTo(
                LocalDate.of(2026, 3, dayOfMarch).atTime(12, 0).atZone(BOGOTA).toInstant());
    }
}
