package io.cohorte.classroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.content.FileQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageFileView;
import io.cohorte.content.PageId;
import io.cohorte.content.PagePasswords;
import io.cohorte.content.PageUploads;
import io.cohorte.content.PageUploads.Upload;
import io.cohorte.content.Pages;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever a page is closed to learns nothing of what stands on it, whatever address they ask at (product.md case 41). */
@CohorteTest
class ClassroomLeakTests {

    private static final String SECRET = "El tesoro está bajo el ombú.";
    private static final String FILE = "mapa-del-tesoro.txt";

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccessRules rules;

    @Autowired
    Pages pages;

    @Autowired
    PageUploads uploads;

    @Autowired
    PagePasswords passwords;

    @Autowired
    FileQueries files;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private TestProduct product;
    private GroupId vip;
    private ModuleId module;
    private PageId page;
    private PageFileView file;
    private AccountId ana;
    private String path;

    /** Each way in which a page is closed to Ana, and whether she may know that there is such a page. */
    private enum Closed {
        OUTSIDE_AUDIENCE(false, it -> it.rules(new Rules(new Audience.Chosen(Set.of(it.vip)), Map.of()))),
        UNPUBLISHED(false, it -> it.pages.unpublish(it.product.ref(), it.page, it.product.owner())),
        NOT_RELEASED(
                true, it -> it.schedule(new Schedule(new Release.OnDay(LocalDate.of(2400, 1, 1)), new Expiry.Never()))),
        EXPIRED(
                true,
                it -> it.schedule(new Schedule(new Release.AtOnce(), new Expiry.OnDay(LocalDate.of(2020, 1, 1))))),
        PASSWORD(true, it -> it.passwords.set(it.product.ref(), it.page, "abracadabra", it.product.owner())),
        BLOCKED(false, it -> it.memberships.block(it.product.ref(), it.ana, it.product.owner())),
        REMOVED(false, it -> it.memberships.remove(it.product.ref(), it.ana, it.product.owner()));

        final boolean known;
        final Consumer<ClassroomLeakTests> close;

        Closed(boolean known, Consumer<ClassroomLeakTests> close) {
            this.known = known;
            this.close = close;
        }
    }

    @BeforeEach
    void build() {
        product = world.product();
        vip = world.group(product, "VIP");
        module = world.module(product, "Fundamentos");
        world.page(product, module, "Antes");
        page = world.page(product, module, "La cueva");
        world.page(product, module, "Después");
        pages.write(product.ref(), page, "La cueva", SECRET, 1, product.owner());
        uploads.attach(
                product.ref(),
                page,
                new Upload(FILE, 3, () -> new ByteArrayInputStream("oro".getBytes())),
                product.owner());
        file = files.page(product.ref().id(), page).attachments().get(0);
        ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        path = "/learn/" + product.area().slug() + "/" + product.ref().id();
    }

    @Test
    void findsThePageWhereItIsOpen() {
        assertThat(call(HttpMethod.GET, path + "/pages/" + page)).bodyText().contains(SECRET, FILE);
        assertThat(call(HttpMethod.GET, path + "/pages/" + page + "/files/" + file.id()))
                .hasStatusOk()
                .hasBodyTextEqualTo("oro");
    }

    @ParameterizedTest
    @EnumSource(Closed.class)
    void tellsNothingAtAnyAddressOfAClosedPage(Closed closed) {
        closed.close.accept(this);

        assertThat(addresses()).hasSizeGreaterThan(10).allSatisfy(it -> {
            MvcTestResult answer = call(it.method(), it.path());
            String body = new String(answer.getResponse().getContentAsByteArray());
            assertThat(body)
                    .as("%s", it)
                    .doesNotContain(SECRET, FILE, "oro", file.id().toString());
            assertThat(body).as("%s", it).doesNotContain("id=\"comments\"");
            if (!closed.known) {
                assertThat(body).as("%s", it).doesNotContain("La cueva");
            }
            assertThat(answer.getResponse().getHeaderNames())
                    .as("%s", it)
                    .doesNotContain("ETag", "Content-Disposition");
        });
        for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            assertThat(mvc.method(method)
                            .uri(path + "/pages/" + page + "/files/" + file.id())
                            .header(HttpHeaders.RANGE, "bytes=0-1")
                            .with(user(ana.toString())))
                    .hasStatus(404);
        }
    }

    @ParameterizedTest
    @EnumSource(Closed.class)
    void doesNothingOnAClosedPage(Closed closed) {
        closed.close.accept(this);

        assertThat(addresses()
                        .filter(it ->
                                it.method() == HttpMethod.POST && it.path().contains("/pages/")))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(
                                call(it.method(), it.path()).getResponse().getStatus())
                        .as("%s", it)
                        .isIn(302, 400, 404, 422));
        assertThat(progressRows()).isZero();
    }

    /** The browser is told to keep nothing, so that going back after signing out shows nothing. */
    @Test
    void keepsNothingInTheBrowsersCache() {
        assertThat(call(HttpMethod.GET, path + "/pages/" + page))
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(call(HttpMethod.GET, path + "/pages/" + page + "/files/" + file.id())
                        .getResponse()
                        .getHeader("Cache-Control"))
                .contains("no-cache", "private");
        assertThat(mvc.get().uri(path + "/pages/" + page)).hasStatus3xxRedirection();
        assertThat(mvc.get().uri(path + "/pages/" + page + "/files/" + file.id()))
                .hasStatus3xxRedirection();
    }

    private long progressRows() {
        return jdbc.sql("SELECT count(*) FROM page_progress WHERE product_id = ?")
                .param(product.ref().id().value())
                .query(Long.class)
                .single();
    }

    private record Address(HttpMethod method, String path) {}

    /** All of the student's side of the product, as the program itself lists its routes, and the library and search. */
    private Stream<Address> addresses() {
        Stream<Address> routes = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(it -> it.startsWith("/learn/{area}/{product}"))
                        .map(it -> new Address(
                                info.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                                        ? HttpMethod.POST
                                        : HttpMethod.GET,
                                filled(it))));
        return Stream.concat(
                routes,
                Stream.of(
                        new Address(HttpMethod.GET, "/learn"),
                        new Address(HttpMethod.GET, path + "?q=cueva"),
                        new Address(HttpMethod.GET, path + "/pages/" + page + "?play")));
    }

    private String filled(String pattern) {
        return pattern.replace("{area}", product.area().slug())
                .replace("{product}", product.ref().id().toString())
                .replace("{page}", page.toString())
                .replace("{file}", file.id().toString())
                .replace("{name}", FILE)
                .replaceAll("\\{\\w+}", new UUID(7, 7).toString());
    }

    private void rules(Rules changed) {
        rules.set(product.ref(), new Subject.OfPage(page), changed, 0, product.owner());
    }

    private void schedule(Schedule schedule) {
        rules(new Rules(new Audience.All(), Map.of(product.firstGroup(), schedule)));
    }

    private MvcTestResult call(HttpMethod method, String uri) {
        return mvc.method(method)
                .uri(uri)
                .param("password", "x")
                .param("seconds", "3")
                .param("text", "¿Dónde?")
                .locale(Locale.forLanguageTag("es"))
                .with(user(ana.toString()))
                .with(csrf())
                .exchange();
    }
}
