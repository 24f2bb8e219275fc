package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.checkout.OrderDesk;
import io.cohorte.classroom.ViewId;
import io.cohorte.classroom.Views;
import io.cohorte.comments.Comments;
import io.cohorte.comments.Participant;
import io.cohorte.content.FileQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.content.PageUploads;
import io.cohorte.content.PageUploads.Upload;
import io.cohorte.groups.GroupId;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportOptions;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportView;
import io.cohorte.imports.Imports;
import io.cohorte.mail.Letter;
import io.cohorte.mail.Outbox;
import io.cohorte.offers.CouponTerms;
import io.cohorte.offers.Coupons;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Permission;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.InboxEntries;
import io.cohorte.support.Lists;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Walks every route of the program with every role, somebody of another area, and nobody signed in. */
@CohorteTest
class RoutesTests {

    /** The roles that may, written down apart from the program's own table. */
    private static final Map<Permission, Set<Role>> TABLE = new EnumMap<>(Map.of(
            Permission.OWN_AREA, Set.of(Role.OWNER),
            Permission.MANAGE, Set.of(Role.OWNER, Role.ADMINISTRATOR),
            Permission.EDIT_CONTENT, Set.of(Role.OWNER, Role.ADMINISTRATOR, Role.CONTENT_EDITOR),
            Permission.SERVE_STUDENTS, Set.of(Role.OWNER, Role.ADMINISTRATOR, Role.SUPPORT),
            Permission.MODERATE, Set.of(Role.OWNER, Role.ADMINISTRATOR, Role.MODERATOR),
            Permission.READ_AS_STAFF, Set.of(Role.values())));

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    ImportQueries importQueries;

    @Autowired
    Outbox outbox;

    @Autowired
    OfferQueries offers;

    @Autowired
    Coupons coupons;

    @Autowired
    PageUploads pageUploads;

    @Autowired
    FileQueries fileQueries;

    @Autowired
    Views views;

    @Autowired
    Comments comments;

    @Autowired
    OrderDesk shop;

    @Autowired
    JdbcClient jdbc;

    /** The program's own; health has one of its own too, where no handler is marked. */
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private TestArea area;
    private Map<String, String> values;

    /** A handler with one of its routes. */
    private record Route(HttpMethod method, String pattern, HandlerMethod handler) {

        Requires requires() {
            return handler.getMethodAnnotation(Requires.class);
        }

        boolean isOpen() {
            return handler.hasMethodAnnotation(Open.class);
        }
    }

    @BeforeEach
    void build() {
        area = world.area();
        TestProduct product = world.product(area);
        GroupId group = world.group(product, "VIP");
        OfferId offer = world.offer(product, "Mentoría", group);
        AccountId student = world.students(product, group, "Ana", 1).get(0);
        ImportId run = imports.start(
                product.ref(),
                Lists.pasted(group, "Ana;ana@importados.example"),
                ImportOptions.usual(),
                area.owner().id());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> importQueries.get(product.ref(), run), ImportView::finished);
        values = new HashMap<>(Map.of(
                "area", area.slug(),
                "product", product.ref().id().toString(),
                "group", group.toString(),
                "offer", offer.toString(),
                "student", student.toString(),
                "id", run.toString(),
                "code", offers.get(product.ref().id(), offer).code(),
                "token", "no-such-token"));
        CouponTerms terms = new CouponTerms("VERANO", 10, null, null, ZoneId.of("UTC"), null, null);
        values.put(
                "coupon", coupons.create(product.ref(), terms, product.owner()).toString());
        shop.open(area);
        values.put(
                "order",
                shop.order(shop.offer(product, 4990), "buyer-" + UUID.randomUUID() + "@compras.example", "Ana")
                        .id()
                        .toString());
        values.put("key", "no-such-key");
        values.put("session", "no-such-session");
        values.put("person", world.staff(area, Role.SUPPORT).id().toString());
        values.put("slug", area.slug());
        Letter letter = Letter.of("STAFF_INVITED", area.id(), new AccountId(UUID.fromString(values.get("person"))));
        outbox.queue(letter);
        values.put("cause", letter.cause().toString());
        values.put("kind", letter.kind());
        ModuleId module = world.module(product, "La luz");
        values.put("module", module.toString());
        PageId page = world.page(product, module, "Bienvenida");
        pageUploads.attach(
                product.ref(),
                page,
                new Upload("a.txt", 1, () -> new ByteArrayInputStream(new byte[1])),
                area.owner().actor());
        values.put("page", page.toString());
        ViewId view = views.asGroup(
                product.ref(),
                group,
                LocalDate.of(2026, 3, 1),
                null,
                area.owner().id());
        values.put("view", view.toString());
        values.put(
                "file",
                fileQueries.page(product.ref().id(), page).files().get(0).id().toString());
        values.put("name", "a.txt");
        values.put(
                "comment",
                comments.write(product.ref(), page, group, new Participant.Student(student, group), "Gracias")
                        .id()
                        .toString());
        values.put("entry", new InboxEntries(jdbc).test(area.id()).toString());
        values.put("logo", AreaId.next().toString());
        values.put("colour", "aabbcc");
        values.put("edition", "1");
    }

    @Test
    void hasAMarkOnEveryHandlerAndASampleForEveryRoute() {
        assertThat(routes()).hasSizeGreaterThan(30).allSatisfy(route -> {
            assertThat(route.isOpen() ^ route.requires() != null)
                    .as("%s is marked once", route)
                    .isTrue();
            assertThat(path(route)).as("samples for %s", route).doesNotContain("{");
        });
    }

    @Test
    void sendsNobodyToTheSignIn() {
        for (Route route : routes()) {
            MvcTestResult result = call(route, null);
            if (route.isOpen()) {
                assertThat(result.getResponse().getStatus()).as("%s", route).isIn(200, 302, 404, 410, 422);
            } else {
                assertThat(result)
                        .as("%s", route)
                        .hasStatus3xxRedirection()
                        .redirectedUrl()
                        .endsWith("/login");
            }
        }
    }

    @Test
    void showsNothingOfAnAreaToAnOwnerOfAnother() {
        Person stranger = world.area().owner();
        for (Route route : ofTheArea()) {
            assertThat(call(route, stranger)).as("%s", route).hasStatus(404);
        }
    }

    @Test
    void showsNothingOfAProductWithinAnotherArea() {
        TestArea other = world.area();
        values.put("area", other.slug());
        for (Route route : ofTheArea()) {
            if (route.pattern().contains("{product}")) {
                assertThat(call(route, other.owner()).getResponse().getStatus())
                        .as("%s", route)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void letsEachRoleDoWhatItsRowOfTheTableSaysAndNothingElse() {
        for (Role role : Role.values()) {
            Person person = world.staff(area, role);
            for (Route route : inTheTable()) {
                boolean may = TABLE.get(route.requires().value()).contains(role);
                if (!may) {
                    assertThat(call(route, person)).as("%s by %s", route, role).hasStatus(403);
                } else if (route.method() == HttpMethod.GET) {
                    assertThat(call(route, person).getResponse().getStatus())
                            .as("%s by %s", route, role)
                            .isIn(200, 302);
                }
            }
        }
    }

    /** In the classroom everybody has a seat who is staff or was a student; one taken to look is its taker's alone. */
    @Test
    void letsStaffIntoTheClassroomAndIntoNobodyElsesView() {
        List<Route> seats = ofTheArea().stream()
                .filter(it -> it.requires().value() == Permission.SIGNED_IN)
                .toList();
        assertThat(seats).hasSizeGreaterThan(10);
        Person moderator = world.staff(area, Role.MODERATOR);
        for (Route route : seats) {
            boolean anothers = route.pattern().contains("{view}");
            int status = call(route, moderator).getResponse().getStatus();
            if (anothers) {
                assertThat(status).as("%s", route).isEqualTo(404);
            } else {
                assertThat(status).as("%s", route).isIn(200, 204, 302, 400, 404, 422);
            }
            if (anothers && route.method() == HttpMethod.POST) {
                assertThat(call(route, area.owner())).as("%s", route).hasStatus(403);
            }
        }
    }

    /** Below no area only what being signed in, or being the operator, allows. */
    @Test
    void letsNobodyOpenAreasOrRunTheInstallationButTheOperator() {
        List<Route> routes = routes().stream()
                .filter(it -> !it.isOpen() && !it.pattern().contains("{area}"))
                .toList();
        assertThat(routes)
                .extracting(it -> it.requires().value())
                .containsOnly(Permission.SIGNED_IN, Permission.OPEN_AREAS, Permission.OPERATE);
        List<Route> ofTheOperator = routes.stream()
                .filter(it -> it.requires().value() != Permission.SIGNED_IN)
                .toList();
        assertThat(ofTheOperator).hasSize(5);
        List<Person> others = new ArrayList<>(List.of(area.owner(), world.area().owner(), world.person()));
        for (Role role : Role.values()) {
            others.add(world.staff(area, role));
        }
        for (Route route : ofTheOperator) {
            assertThat(others)
                    .allSatisfy(
                            it -> assertThat(call(route, it)).as("%s", route).hasStatus(403));
        }
        Person operator = world.operator();
        for (Route route : ofTheOperator) {
            assertThat(call(route, operator).getResponse().getStatus())
                    .as("%s", route)
                    .isIn(200, 422);
        }
    }

    @Test
    void answersNoCraftedPostWithAnErrorOfItsOwn() {
        boolean changed = false;
        for (Route route : ofTheArea()) {
            if (route.method() == HttpMethod.POST && !route.pattern().contains("{view}")) {
                if (changed) {
                    build();
                }
                var answer = call(route, area.owner()).getResponse();
                assertThat(answer.getStatus())
                        .as("%s without its fields", route)
                        .isIn(answer.containsHeader("Content-Disposition") ? 200 : 302, 302, 400, 404, 409, 422);
                changed = answer.getStatus() == 302;
            }
        }
    }

    @Test
    void carriesWhatWasTypedToTheOfferFormAndBackToTheLetter() {
        String name = "Nivel A1+ {area} & 50% <b>ñ</b>";
        String groups = "/areas/" + area.slug() + "/products/" + values.get("product") + "/groups";

        String offerForm = mvc.post()
                .uri(groups)
                .param("createOffer", "true")
                .param("name", name)
                .with(csrf())
                .with(user(area.owner().id().toString()))
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        String groupForm = mvc.post()
                .uri(groups.replace("/groups", "/offers"))
                .param("name", "Nueva")
                .param("price", "10")
                .param("currency", "USD")
                .param("terms", "LIFE")
                .param("draft.of", "new")
                .param("draft.name", name)
                .with(csrf())
                .with(user(area.owner().id().toString()))
                .exchange()
                .getResponse()
                .getRedirectedUrl();

        for (String url : List.of(offerForm, groupForm)) {
            assertThat(UriComponentsBuilder.fromUriString(url).build(true).getQueryParams().values().stream()
                            .flatMap(List::stream)
                            .map(it -> UriUtils.decode(it, StandardCharsets.UTF_8)))
                    .as(url)
                    .contains(name);
        }
    }

    @Test
    void answersCraftedOffersWithAFormNotAnError() {
        String product = "/areas/" + area.slug() + "/products/" + values.get("product");
        var owner = user(area.owner().id().toString());

        assertThat(mvc.get().uri(product + "/groups/new?name=x&offers=zz").with(owner))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri(product + "/groups")
                        .param("offers", "zz")
                        .with(owner)
                        .with(csrf()))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(product + "/offers")
                        .param("name", "x")
                        .param("price", "1")
                        .with(owner)
                        .with(csrf()))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(product + "/offers")
                        .param("name", "x")
                        .param("price", "1")
                        .param("currency", "USD")
                        .param("terms", "LIFE")
                        .param("draft.of", "zz")
                        .with(owner)
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    @Test
    void sendsAFormThatOutlivedItsSessionToTheSignIn() {
        assertThat(mvc.post().uri("/login").param("email", "a@b.example"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/login?expired");
    }

    @Test
    void refusesEveryPostWithoutItsToken() {
        for (Route route : routes()) {
            // What machines report is shown to be theirs by a secret of its own.
            boolean byForm = !route.pattern().startsWith("/hooks/");
            if (route.method() == HttpMethod.POST && byForm) {
                assertThat(mvc.post()
                                .uri(path(route))
                                .with(user(area.owner().id().toString())))
                        .as("%s", route)
                        .hasStatus(403);
            }
        }
    }

    private MvcTestResult call(Route route, Person person) {
        var request = mvc.method(route.method()).uri(path(route)).with(csrf());
        return (person == null ? request : request.with(user(person.id().toString()))).exchange();
    }

    private List<Route> ofTheArea() {
        return routes().stream().filter(it -> it.pattern().contains("{area}")).toList();
    }

    private List<Route> inTheTable() {
        return ofTheArea().stream()
                .filter(it -> it.requires().value() != Permission.SIGNED_IN)
                .toList();
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            for (String pattern : entry.getKey().getPatternValues()) {
                Set<RequestMethod> methods =
                        entry.getKey().getMethodsCondition().getMethods();
                boolean reads = methods.isEmpty() || methods.contains(RequestMethod.GET);
                routes.add(new Route(reads ? HttpMethod.GET : HttpMethod.POST, pattern, entry.getValue()));
            }
        }
        return routes;
    }

    private String path(Route route) {
        String path = route.pattern();
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return path;
    }
}
