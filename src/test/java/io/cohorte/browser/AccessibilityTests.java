package io.cohorte.browser;

import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.areas.Role;
import io.cohorte.catalog.Products;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.content.PagePasswords;
import io.cohorte.content.Pages;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Memberships;
import io.cohorte.inbox.VendorLinks;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.Offers;
import io.cohorte.sales.Purchases;
import io.cohorte.sales.SaleEvent.Buyer;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.InboxEntries;
import io.cohorte.support.Shop;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page there is, in every state that looks different. */
@CohorteTest
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class AccessibilityTests {

    @Autowired
    World world;

    @Autowired
    Products products;

    @Autowired
    OfferQueries offers;

    @Autowired
    Offers links;

    @Autowired
    Purchases purchases;

    @Autowired
    AccessRules rules;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pages pages;

    @Autowired
    PagePasswords passwords;

    @Autowired
    Memberships memberships;

    @Autowired
    VendorLinks vendorLinks;

    @LocalServerPort
    int port;

    TestProduct product;
    TestProduct emptyProduct;
    GroupId vip;
    OfferId offer;
    AccountId student;
    Person owner;
    String area;
    String path;

    Accessibility page;

    @BeforeAll
    void fill(Browser browser) {
        product = world.product();
        emptyProduct = world.product(product.area());
        vip = world.group(product, "VIP");
        offer = world.offer(product, "Mentoría VIP", vip);
        world.offer(product, "Curso completo", null);
        student = world.students(product, vip, "Íñigo Zúñiga", 3).get(0);
        world.students(product, product.firstGroup(), "Ana Peña", 60);
        owner = product.area().owner();
        area = "/areas/" + product.area().slug();
        path = product.path();
        browser.useProgramAt(port);
        browser.wide();
        browser.open("/login");
        browser.scheme("light");
    }

    @BeforeEach
    void signIn(Browser browser) {
        page = new Accessibility(browser);
        browser.signIn(owner.email(), World.PASSWORD);
    }

    @AfterEach
    void tellWhatWasFound() {
        page.assertNothingFound();
    }

    @Test
    void readsSignInAndActivation(Browser browser) {
        browser.forgetEverything();
        browser.open("/login");
        page.look("sign-in");
        browser.fill("E-mail", "nadie@cohorte.example");
        browser.fill("Contraseña", "equivocada");
        browser.click("Iniciar sesión");
        browser.shows("El e-mail o la contraseña no son correctos.");
        page.look("refused sign-in");
        browser.expectStatuses(410);
        browser.open("/activate/unknown");
        page.look("void activation link");
        browser.open("/activate/" + activationToken());
        page.look("activation");
        browser.fill("Contraseña", "corta");
        browser.fill("Repite la contraseña", "otra");
        browser.expectStatuses(422);
        browser.click("Activar mi cuenta");
        browser.shows("Las dos contraseñas no son iguales.");
        page.look("activation with an error");

        browser.signIn(owner.email(), World.PASSWORD);
        browser.click(owner.email());
        page.look("areas with the account's menu");
        browser.click("Cerrar sesión");
        browser.shows("Cerraste la sesión.");
        page.look("after signing out");
    }

    private String activationToken() {
        String token = "a-token-of-this-test";
        jdbc.sql("INSERT INTO account_links (token_hash, purpose, account_id, created_at, expires_at) "
                        + "VALUES (:hash, 'ACTIVATION', :account, now(), now() + interval '1 day')")
                .param("hash", sha256(token))
                .param("account", student.value())
                .update();
        return token;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsQuotas(Browser browser) {
        world.makeOperator(owner);
        browser.open("/quotas");
        page.look("quotas");
        browser.open("/quotas/" + product.area().slug());
        page.look("quota of an area");
        browser.tick("Hasta una cantidad");
        browser.expectStatuses(422);
        browser.click("Guardar");
        browser.shows("Revisa los campos marcados.");
        page.look("quota with an error");
    }

    @Test
    void readsAreasAndProducts(Browser browser) {
        browser.open("/areas");
        page.look("areas");
        browser.open(area + "/products");
        page.look("products");
        browser.click("Crear producto");
        page.look("new product");
        browser.expectStatuses(422);
        browser.click("Crear producto");
        browser.shows("Revisa los campos marcados.");
        page.look("new product with an error");

        Person nobody = world.person();
        browser.signIn(nobody.email(), World.PASSWORD);
        browser.open("/areas");
        browser.shows("Todavía no eres parte de ningún equipo");
        page.look("no areas");
        TestArea fresh = world.area();
        browser.signIn(fresh.owner().email(), World.PASSWORD);
        browser.click("Academia " + fresh.slug());
        browser.shows("Aún no hay productos");
        page.look("no products");
    }

    @Test
    void readsSettings(Browser browser) {
        browser.open(path + "/settings");
        page.look("settings");
        products.describe(
                product.ref(), "Nombre de otra persona", ZoneId.of("Europe/Madrid"), false, version(), product.owner());
        browser.fill("Nombre", "Mi nombre");
        browser.expectStatuses(409);
        browser.click("Guardar");
        browser.shows("Guardado mientras tanto: Nombre de otra persona");
        page.look("settings somebody else saved first");
        browser.open(emptyProduct.path() + "/settings");
        browser.click("Archivar producto");
        browser.shows("El producto está archivado.");
        page.look("settings of an archived product");
        browser.click("Recuperar producto");
        browser.shows("El producto está activo otra vez.");
    }

    private long version() {
        return jdbc.sql("SELECT version FROM products WHERE product_id = :id")
                .param("id", product.ref().id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void readsGroups(Browser browser) {
        browser.open(path + "/groups");
        page.look("groups");
        browser.row("VIP").click("Acciones del grupo VIP");
        page.look("groups with a row's menu");
        browser.click("Eliminar");
        browser.dialog().shows("¿Eliminar el grupo VIP?");
        page.look("dialog to delete a group");
        browser.open(path + "/groups/" + vip + "/delete");
        page.look("page to delete a group");
        browser.open(path + "/groups/" + product.firstGroup() + "/delete");
        page.look("refusal to delete the default group");
        browser.open(path + "/groups/" + vip + "/edit");
        page.look("group");
        browser.open(path + "/groups/new");
        page.look("new group");
        browser.fill("Nombre del grupo", "VIP");
        browser.expectStatuses(422);
        browser.click("Crear grupo");
        browser.shows("Ya hay un grupo llamado «VIP» en este producto.");
        page.look("new group with an error");
        browser.click("Crear oferta");
        browser.shows("vuelves al formulario del grupo");
        page.look("new offer for a group");
    }

    @Test
    void readsContent(Browser browser) {
        browser.open(emptyProduct.path() + "/content");
        browser.shows("Aún no hay contenido");
        page.look("no content");
        TestProduct course = world.product(product.area());
        ModuleId module = world.module(course, "La luz");
        world.module(course, "Composición");
        PageId first = world.page(course, module, "La exposición");
        world.page(course, module, "La apertura");
        String content = course.path() + "/content";
        browser.open(content);
        page.look("content");
        browser.click("Acciones de la página La apertura");
        page.look("content with a page's menu");
        browser.open(content + "/modules/new");
        browser.expectStatuses(422);
        browser.click("Crear módulo");
        browser.shows("Revisa los campos marcados.");
        page.look("new module with an error");
        browser.open(content + "/modules/" + module + "/edit");
        page.look("module");
        browser.open(content + "/pages/new");
        page.look("new page");
        browser.open(content + "/pages/" + first + "/move");
        page.look("page to another module");
        browser.open(content + "/pages/" + first + "/edit");
        browser.paste("Texto", "# Uno\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[enlace](https://example.com)");
        browser.shows("Uno");
        page.look("page with its preview");
        browser.click("Guardar");
        browser.shows("Guardamos la página.");
        browser.fill("Contraseña", "tres patas");
        browser.click("Poner contraseña");
        browser.shows("La página pide ahora la nueva contraseña.");
        page.look("page with a password");
    }

    @Test
    void readsFilesAndPagesAsStaffDo(Browser browser) {
        TestProduct course = world.product(product.area());
        PageId lesson = world.page(course, world.module(course, "La luz"), "La exposición");
        String ofPage = course.path() + "/content/pages/" + lesson;
        browser.open(ofPage + "/files");
        page.look("files of a page");
        browser.fill("Enlace de un video", "https://example.com/video");
        browser.expectStatuses(422);
        browser.click("Usar este enlace");
        browser.shows("No reconocemos este enlace");
        page.look("files with an error");
        browser.fill("Enlace de un video", "https://youtu.be/dQw4w9WgXcQ");
        browser.click("Usar este enlace");
        browser.shows("Poner fuera de línea");
        page.look("files with a video");
        browser.open(ofPage);
        browser.shows("Vista del equipo");
        page.look("page as staff read it");
    }

    @Test
    void readsExplanationsAndWhatAChangeWouldDo(Browser browser) {
        TestProduct course = world.product(product.area());
        GroupId other = world.group(course, "VIP");
        ModuleId module = world.module(course, "La luz");
        PageId lesson = world.page(course, module, "La exposición");
        AccountId ana =
                world.students(course, course.firstGroup(), "Ana Peña", 1).get(0);
        pages.unpublish(course.ref(), lesson, course.owner());
        world.page(course, module, "La apertura");
        browser.open(course.path() + "/explain");
        page.look("question without a person");
        browser.open(course.path() + "/explain?q=ana");
        page.look("people to choose from");
        browser.open(course.path() + "/explain?student=" + ana);
        browser.shows("Página sin publicar");
        page.look("verdicts on all pages");
        browser.open(course.path() + "/explain?student=" + ana + "&page=" + lesson);
        browser.shows("no ve «La exposición»");
        page.look("explanation");
        browser.click("Publicar la página");
        browser.dialog().shows("Gana una página");
        page.look("explanation with a fix");
        browser.open(course.path() + "/content/modules/" + module + "/unpublish");
        browser.shows("Nadie verá esta página");
        page.look("effects of hiding a module");
        browser.open(course.path() + "/groups/" + other + "/default");
        page.look("effects of another default");
        browser.open(course.path() + "/members/move?student=" + ana);
        page.look("effects of moving a student");
    }

    @Test
    void readsTheClassroom(Browser browser) {
        TestProduct course = world.product(product.area());
        ModuleId module = world.module(course, "La luz");
        PageId lesson = world.page(course, module, "La exposición");
        pages.write(course.ref(), lesson, "La exposición", "# Un **título**\n\nY un texto.", 1, course.owner());
        PageId secret = world.page(course, module, "Con clave");
        passwords.set(course.ref(), secret, "abracadabra", course.owner());
        Person ana = world.person();
        world.name(course.area(), ana, "Ana Peña");
        world.enrol(course, course.firstGroup(), List.of(ana.id()));
        String classroom = "/learn/" + course.area().slug() + "/" + course.ref().id();
        browser.signIn(ana.email(), World.PASSWORD);
        browser.shows("La exposición");
        page.look("a course");
        browser.open("/learn");
        page.look("the library");
        browser.open("/learn/access");
        page.look("what a student has access to");
        browser.open("/account/profile");
        page.look("profile");
        browser.open("/account/language");
        page.look("language and zone");
        browser.open(classroom + "/pages/" + lesson);
        browser.fill("Escribe un comentario", "¿Y de noche?");
        browser.click("Publicar");
        browser.shows("¿Y de noche?");
        browser.click("Marcar como vista");
        browser.shows("Aún no la terminé");
        page.look("a page that is done, with a comment");
        browser.open(classroom + "/pages/" + secret);
        browser.fill("Contraseña de la página", "sesamo");
        browser.expectStatuses(422);
        browser.click("Abrir");
        browser.shows("La contraseña no es correcta.");
        page.look("a locked page with an error");
        memberships.block(course.ref(), ana.id(), course.owner());
        browser.signIn(ana.email(), World.PASSWORD);
        browser.shows("Mi biblioteca");
        browser.open(classroom);
        browser.shows("en pausa");
        page.look("a closed course");
        memberships.unblock(course.ref(), ana.id(), course.owner());

        browser.signIn(owner.email(), World.PASSWORD);
        browser.open(classroom + "/pages/" + lesson);
        browser.shows("Vista de equipo");
        page.look("a page with comments as staff see it");
        browser.open(area + "/comments?show=all");
        browser.shows("¿Y de noche?");
        page.look("the queue of comments");
        browser.open(course.path() + "/progress");
        page.look("progress");
        browser.open(course.path() + "/members/" + ana.id() + "/evidence");
        page.look("evidence");
        browser.open(course.path() + "/view-as?q=ana");
        page.look("view as");
        browser.part(By.cssSelector(".ways")).click("Ver como");
        browser.shows("Ves el aula como Ana Peña");
        page.look("a course with a student's eyes");
    }

    @Test
    void readsOffers(Browser browser) {
        browser.open(path + "/offers");
        page.look("offers");
        browser.row("Mentoría VIP").click("Acciones de la oferta Mentoría VIP");
        page.look("offers with a row's menu");
        browser.click("Editar");
        page.look("offer");
        browser.open(path + "/offers/new");
        page.look("new offer");
        browser.fill("Precio", "mucho");
        browser.expectStatuses(422);
        browser.click("Crear oferta");
        browser.shows("Revisa los campos marcados.");
        page.look("new offer with errors");
        browser.open(emptyProduct.path() + "/offers");
        page.look("no offers");
        browser.open("/o/" + offers.get(product.ref().id(), offer).code());
        page.look("public page of an offer");
    }

    @Test
    void readsWhatWasBoughtAndWhoIsInTheWrongGroup(Browser browser) {
        Shop shop = new Shop(purchases);
        TestProduct sold = world.product(product.area());
        browser.open(area + "/sales?product=" + sold.ref().id());
        browser.shows("No hay compras en este período");
        page.look("no sales");
        browser.open(sold.path() + "/placement");
        browser.shows("Todos están donde lleva su compra");
        page.look("nobody in the wrong group");
        OfferId launch = world.offer(sold, "Lanzamiento", null);
        Instant now = Instant.now().minusSeconds(600);
        Buyer ana = Shop.buyer("Ana Ruiz");
        AccountId student = shop.buy(sold, ana, "HP1", launch, now).student();
        Buyer bea = Shop.buyer("Bea Sosa");
        shop.buy(sold, bea, "HP2", launch, now);
        shop.tell(sold, ana, "HP1", SaleEventKind.PARTLY_REFUNDED, now.plusSeconds(60));
        shop.tell(sold, bea, "HP2", SaleEventKind.DISPUTED, now.plusSeconds(60));
        links.lead(sold.ref(), launch, Optional.empty(), world.group(sold, "VIP"), sold.owner());
        browser.open(area + "/sales?product=" + sold.ref().id());
        browser.click("Ver lo mismo en una tabla");
        page.look("sales");
        browser.open(sold.path() + "/placement");
        browser.shows("Ana Ruiz");
        page.look("somebody in the wrong group");
        browser.click("Corregir todos");
        page.look("the fix for the wrong group");
        browser.open(sold.path() + "/members/" + student);
        browser.shows("¿Por qué está en el grupo");
        page.look("a student who bought");
        browser.open(sold.path() + "/members?state=suspended");
        browser.shows("Bea Sosa");
        page.look("suspended students");
    }

    @Test
    void readsCoupons(Browser browser) {
        browser.open(emptyProduct.path() + "/coupons");
        page.look("no coupons");
        browser.open(path + "/coupons/new");
        page.look("new coupon");
        browser.fill("Código", "x");
        browser.expectStatuses(422);
        browser.click("Crear cupón");
        browser.shows("Revisa los campos marcados.");
        page.look("new coupon with errors");
        browser.fill("Código", "verano");
        browser.fill("Descuento en %", "20");
        browser.click("Crear cupón");
        browser.row("VERANO").click("Acciones del cupón VERANO");
        page.look("coupons with a row's menu");
        browser.click("Links de este cupón");
        page.look("links of a coupon");
    }

    @Test
    void readsPurchases(Browser browser) {
        InboxEntries entries = new InboxEntries(jdbc);
        AreaId inArea = product.area().id();
        browser.open(area + "/purchases");
        browser.shows("Aún no llega ninguna compra");
        page.look("no purchases");
        browser.open(area + "/purchases/hook");
        page.look("no address for purchases");
        browser.click("Crear dirección");
        browser.shows("La dirección está lista");
        page.look("the address for purchases");
        browser.open(area + "/purchases/hook/move");
        page.look("another address for purchases");
        browser.open(area + "/purchases/links");
        page.look("no links with the vendor");
        entries.unlinked(inArea, "p:4242");
        entries.broken(inArea, "{");
        entries.vendor(inArea, "4242", "Curso de luz", "abc");
        UUID entry = entries.test(inArea);
        browser.open(area + "/purchases");
        page.look("purchases");
        browser.open(area + "/purchases/" + entry);
        page.look("a purchase event");
        browser.click("Ver qué haría");
        browser.shows("Si se procesara ahora");
        page.look("a dry run");
        browser.open(area + "/purchases/links");
        page.look("links with the vendor");
        browser.open(area + "/purchases/links/product?vendor=4242");
        page.look("a product of the vendor's");
        vendorLinks.link(inArea, "4242", product.ref().id(), owner.actor());
        browser.open(area + "/purchases/links/product?vendor=4242");
        page.look("offers of the vendor's");
        browser.open(area + "/purchases/links/product/unlink?vendor=4242");
        page.look("the end of a link");
        browser.open(path + "/sales");
        page.look("disputes and late payments");
    }

    @Test
    void readsMembers(Browser browser) {
        browser.open(path + "/members");
        page.look("members");
        browser.click("Acciones");
        page.look("members with the open menu");
        browser.open(path + "/members?q=nadie+se+llama+asi");
        browser.shows("Nadie coincide");
        page.look("no match");
        browser.open(emptyProduct.path() + "/members");
        browser.shows("Aún no hay alumnos");
        page.look("no members");
        browser.open(path + "/members?state=removed");
        browser.shows("Nadie coincide");
        page.look("nobody removed");
        browser.open(area + "/members");
        page.look("members of the area");
        browser.open(path + "/members?group=" + vip);
        browser.tick("Marcar a Íñigo Zúñiga 1");
        browser.click("Acciones");
        browser.click("Cambiar de grupo");
        browser.shows("Un alumno elegido.");
        page.look("move");
        // What a browser would not let through: nothing chosen.
        browser.run("document.querySelectorAll('[name=to]').forEach(it => it.required = false)");
        browser.expectStatuses(422);
        browser.click("Confirmar el cambio");
        browser.shows("Elige una opción.");
        page.look("move with an error");
    }

    @Test
    void readsAStudent(Browser browser) {
        String ofStudent = path + "/members/" + student;
        browser.open(ofStudent);
        page.look("student");
        browser.click("Retirar del producto");
        browser.dialog().shows("¿Retirar a Íñigo Zúñiga 1?");
        page.look("dialog to remove a student");
        browser.open(ofStudent + "/remove");
        page.look("page to remove a student");
        browser.open(ofStudent);
        browser.click("Bloquear");
        browser.dialog().shows("¿Bloquear a Íñigo Zúñiga 1?");
        page.look("dialog to block a student");
        browser.dialog().click("Sí, bloquear");
        browser.shows("Bloqueado desde");
        page.look("blocked student");
        browser.open(path + "/members?state=blocked");
        browser.shows("Íñigo Zúñiga 1");
        page.look("blocked members");
        browser.open(ofStudent);
        browser.click("Desbloquear");
        browser.shows("Fue desbloqueado");
    }

    @Test
    void readsImports(Browser browser) {
        browser.open(path + "/imports");
        browser.shows("Aún no has importado a nadie");
        page.look("no imports");
        browser.open(path + "/imports/batch");
        page.look("import");
        browser.expectStatuses(422);
        browser.click("Importar");
        browser.shows("Revisa los campos marcados.");
        page.look("import with an error");
        browser.paste("Alumnos", "Lucía Ñáñez;lucia@alumnos.example\nsin correo\nLucía Ñáñez;lucia@alumnos.example");
        browser.click("Importar");
        browser.shows("Vista previa", "rechazadas");
        page.look("preview");
        browser.click("Corregir la lectura");
        page.look("preview, how it was read");
        browser.part(By.className("totals")).click("rechazadas");
        browser.shows("Guardar correcciones");
        page.look("preview, refused lines");
        browser.click("Importar 1 línea");
        browser.shows("Terminada");
        page.look("import result");
        browser.part(By.className("totals")).click("rechazadas");
        browser.shows("línea 2, columna 2");
        page.look("import result, refused lines");
        browser.part(By.className("totals")).click("ya inscritas");
        browser.shows("Ninguna línea con este resultado");
        page.look("import result, none of a kind");
        browser.open(path + "/imports");
        browser.shows("Terminada");
        page.look("import history");
    }

    @Test
    void readsAccess(Browser browser) {
        TestProduct taught = world.product(product.area());
        world.group(taught, "Becados");
        ModuleId module = world.module(taught, "Fundamentos");
        PageId welcome = world.page(taught, module, "Bienvenida");
        PageId later = world.page(taught, module, "Más tarde");
        rules.schedule(
                taught.ref(),
                later,
                taught.firstGroup(),
                new Schedule(new Release.AfterPurchase(7), new Expiry.AfterRelease(30)),
                0,
                taught.owner());

        browser.open(emptyProduct.path() + "/access");
        browser.shows("Aún no hay páginas");
        page.look("matrix without pages");
        browser.open(taught.path() + "/access");
        browser.shows("Más tarde");
        page.look("matrix");
        browser.part(By.cssSelector(".matrix td a.opens")).shown(By.xpath(".")).click();
        browser.dialog().shows("Más tarde: regla de Grupo general");
        page.look("dialog of a cell");
        browser.open(taught.path() + "/access/cells/" + welcome + "/" + taught.firstGroup());
        page.look("page of a cell");
        browser.open(taught.path() + "/access/timeline");
        page.look("timeline");
        browser.open(taught.path() + "/content/modules/" + module + "/access");
        page.look("rules of a module");
        String rulesOfPage = taught.path() + "/content/pages/" + later + "/access";
        browser.open(rulesOfPage);
        page.look("rules of a page");
        browser.tick("Solo los grupos marcados en la tabla");
        browser.choose("Liberación para Becados", "Días tras la compra");
        browser.fill("Días hasta la liberación para Becados", "muchos");
        browser.expectStatuses(422);
        browser.click("Guardar");
        browser.shows("Becados: «muchos» no es un número de días");
        page.look("rules with an error");
        browser.fill("Días hasta la liberación para Becados", "14");
        browser.click("Guardar");
        browser.shows("Antes de guardar");
        page.look("rules before they are saved");
        rules.set(taught.ref(), new Subject.OfPage(later), new Rules(new Audience.All(), Map.of()), 1, taught.owner());
        browser.expectStatuses(409);
        browser.click("Confirmar y guardar");
        browser.shows("Guardado mientras tanto:");
        page.look("rules somebody else saved first");
    }

    @Test
    void readsAnAreasSettingsAndStaff(Browser browser) {
        String pale = world.area().slug();
        Person paleOwner = world.staff(product.area(), Role.OWNER);
        jdbc.sql("UPDATE areas SET colour = '#f2c500' WHERE area_id = :area")
                .param("area", product.area().id().value())
                .update();
        try {
            browser.signIn(paleOwner.email(), World.PASSWORD);
            browser.open(area + "/settings");
            page.look("settings of an area, in a pale colour");
            browser.expectStatuses(422);
            browser.fill("Dirección del área", pale);
            browser.click("Guardar");
            browser.shows("Esta dirección es o fue de otra área.");
            page.look("settings of an area with an error");
            browser.open(area + "/staff");
            page.look("staff");
            browser.open(area + "/staff/new");
            page.look("new in the staff");
            browser.open(area + "/staff/" + paleOwner.id());
            page.look("roles");
            browser.open(area + "/staff/" + paleOwner.id() + "/remove");
            page.look("page to remove from the staff");
            browser.open(path + "/groups");
            page.look("groups in a pale colour");
        } finally {
            jdbc.sql("UPDATE areas SET colour = '#066fd1'").update();
        }
    }

    @Test
    void readsImportsByHandAndThoseOfTheArea(Browser browser) {
        browser.open(area + "/members/import");
        page.look("product to import to");
        browser.open(world.product(product.area()).path() + "/imports/manual");
        page.look("import by hand");
        browser.fill("Nombre", "Lucía Ñáñez");
        browser.fill("E-mail", "lucia.a-mano@alumnos.example");
        browser.click("Agregar a la lista");
        browser.shows("Una persona");
        browser.choose("Rol", "Moderador");
        page.look("import by hand with somebody on the list");
        browser.expectStatuses(422);
        browser.click("Agregar a la lista");
        browser.shows("Revisa los campos marcados.");
        page.look("import by hand with errors");
        browser.choose("Rol", "Estudiante");
        browser.click("Importar");
        browser.shows("Terminada");
        page.look("result of an import by hand");
        browser.open(area + "/members/imports");
        browser.shows("Manual");
        page.look("imports of the area");

        TestArea fresh = world.area();
        browser.signIn(fresh.owner().email(), World.PASSWORD);
        browser.open("/areas/" + fresh.slug() + "/members/import");
        browser.shows("Ningún producto admite usuarios");
        page.look("no product to import to");
        browser.open("/areas/" + fresh.slug() + "/members/imports");
        browser.shows("Aún no se importó a nadie en esta área");
        page.look("no imports of the area");
    }

    @Test
    void readsTheAudit(Browser browser) {
        String audit = "/areas/" + product.area().slug() + "/audit";
        browser.open(audit);
        browser.shows("Creó un producto");
        page.look("audit");
        browser.open(
                audit + "?kind=StaffAppointed&person=" + product.area().owner().id());
        browser.shows("Olga Dueñas");
        page.look("audit of a person");
        browser.open(audit + "?q=a");
        browser.shows("¿A quién te refieres?");
        page.look("audit, several people");
        browser.open(audit + "?q=nobody-like-that");
        browser.shows("Nadie del área coincide");
        page.look("audit, nobody");
        browser.open(audit + "?to=2001-01-01");
        browser.shows("No hay cambios que mostrar");
        page.look("audit, nothing");
    }

    @Test
    void readsTheOtherPages(Browser browser) {
        browser.open("/account/language");
        page.look("language");
        browser.open("/account/sessions");
        page.look("sessions");
        browser.open("/account/email");
        page.look("address");
        browser.open("/account/password");
        browser.fill("Contraseña actual", "equivocada");
        browser.fill("Contraseña nueva", "corta");
        browser.fill("Repite la contraseña", "corta");
        browser.expectStatuses(422);
        browser.click("Cambiar contraseña");
        browser.shows("Esta no es tu contraseña actual.");
        page.look("password with an error");
        browser.expectStatuses(404, 403);
        browser.open("/no/such/page");
        browser.shows("No encontramos esta página");
        page.look("not found");
        Person support = world.staff(product.area(), Role.SUPPORT);
        browser.signIn(support.email(), World.PASSWORD);
        browser.open(path + "/groups");
        browser.shows("No puedes hacer esto");
        page.look("not allowed");
        Person moderator = world.staff(product.area(), Role.MODERATOR);
        browser.signIn(moderator.email(), World.PASSWORD);
        browser.open(path);
        browser.shows("Nada que hacer aquí todavía");
        page.look("nothing to do in a product");
    }
}
