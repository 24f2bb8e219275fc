package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.areas.AreaOrigin;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.areas.Role;
import io.cohorte.checkout.OrderDesk;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.imports.ImportOptions;
import io.cohorte.imports.Imports;
import io.cohorte.offers.CouponTerms;
import io.cohorte.offers.Coupons;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferView;
import io.cohorte.offers.Offers;
import io.cohorte.sales.Purchases;
import io.cohorte.shared.Language;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.InboxEntries;
import io.cohorte.support.Lists;
import io.cohorte.support.Shop;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** No list asks the database once a row: it takes as many statements for 200 rows as for 10. */
@CohorteTest
class StatementCountTests {

    /** A list that stands on one page is not counted by a statement of its own. */
    private static final int MORE_THAN_A_PAGE = Keyset.PAGE + 1;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StatementCounter statements;

    @Autowired
    Coupons coupons;

    @Autowired
    Imports imports;

    @Autowired
    Areas areas;

    @Autowired
    AccessRules rules;

    @Autowired
    OrderDesk shop;

    @Autowired
    Purchases purchases;

    @Autowired
    Offers offers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsStudentsInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        grows(
                product,
                "/members",
                MORE_THAN_A_PAGE,
                number -> world.students(product, product.firstGroup(), "Ana", number));
    }

    @Test
    void showsGroupsWithTheirOffersInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        grows(product, "/groups", number -> IntStream.range(0, number).forEach(it -> {
            GroupId group = world.group(product, "Grupo " + number + "-" + it);
            world.offer(product, "Oferta " + it, group);
            world.students(product, group, "Ana", 1);
        }));
    }

    @Test
    void showsCouponsInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        OfferId offer = world.offer(product, "Oferta", null);
        grows(product, "/coupons", number -> IntStream.range(0, number).forEach(it -> {
            Set<OfferId> offers = it % 2 == 0 ? null : Set.of(offer);
            coupons.create(
                    product.ref(),
                    new CouponTerms("C-" + number + "-" + it, 10, null, null, ZoneId.of("UTC"), offers, null),
                    product.owner());
        }));
    }

    @Test
    void showsOffersInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        grows(product, "/offers", number -> IntStream.range(0, number)
                .forEach(it -> world.offer(product, "Oferta " + it, it % 2 == 0 ? null : product.firstGroup())));
    }

    @Test
    void showsOrdersInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        shop.open(product.area());
        OfferView offer = shop.offer(product, 4990);
        String orders = "/areas/" + product.area().slug() + "/orders";
        order(offer, 10);
        int few = countAt(product, orders);
        order(offer, 190);

        assertThat(countAt(product, orders)).isEqualTo(few);
    }

    private void order(OfferView offer, int number) {
        IntStream.range(0, number)
                .forEach(it -> shop.order(offer, "buyer-" + UUID.randomUUID() + "@compras.example", "Ana " + it));
    }

    @Test
    void showsContentInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        grows(product, "/content", number -> {
            ModuleId module = world.module(product, "Módulo " + number);
            world.module(product, "Módulo sin páginas " + number);
            IntStream.range(0, number).forEach(it -> world.page(product, module, "Página " + it));
        });
    }

    @Test
    void showsLinesOfAnImportInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        String few = resultOf(product, 10);
        String many = resultOf(product, 200);

        assertThat(count(product, many)).isEqualTo(count(product, few));
    }

    @Test
    void showsTheHistoryOfImportsInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        grows(product, "/imports", number -> IntStream.range(0, number).forEach(it -> resultOf(product, 1)));
    }

    @Test
    void showsTheImportsOfAnAreaInAsManyStatementsForManyAsForFew() {
        TestProduct first = world.product();
        TestProduct second = world.product(first.area());
        String history = "/areas/" + first.area().slug() + "/members/imports";
        resultOf(first, 1);
        resultOf(second, 1);
        int few = countAt(first, history);
        IntStream.range(0, 60).forEach(it -> resultOf(it % 2 == 0 ? first : second, 1));

        assertThat(countAt(first, history)).isEqualTo(few).isPositive();
    }

    @Test
    void showsTheProductsToImportToInAsManyStatementsForManyAsForFew() {
        TestProduct first = world.product();
        String choice = "/areas/" + first.area().slug() + "/members/import";
        int few = countAt(first, choice);
        IntStream.range(0, 20).forEach(it -> world.product(first.area()));

        assertThat(countAt(first, choice)).isEqualTo(few).isPositive();
    }

    @Test
    void showsTheGroupsToMoveToInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        world.students(product, product.firstGroup(), "Ana", 3);
        grows(product, "/members/move?all=true", number -> IntStream.range(0, number)
                .forEach(it -> world.group(product, "Grupo " + number + "-" + it)));
    }

    @Test
    void showsProductsInAsManyStatementsForManyAsForFew() {
        TestProduct first = world.product();
        String list = "/areas/" + first.area().slug() + "/products";
        IntStream.range(0, 10).forEach(it -> world.product(first.area()));
        int few = countAt(first, list);
        IntStream.range(0, 190).forEach(it -> world.product(first.area()));

        assertThat(countAt(first, list)).isEqualTo(few);
    }

    @Test
    void showsAreasInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        open(product, 10);
        int few = countAt(product, "/areas");
        open(product, 190);

        assertThat(countAt(product, "/areas")).isEqualTo(few);
    }

    @Test
    void showsQuotasInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        world.makeOperator(product.area().owner());
        String list = "/quotas?q=" + product.area().slug();
        int few = countAt(product, list);
        open(product, 60);

        assertThat(countAt(product, "/quotas")).isEqualTo(few).isPositive();
    }

    @Test
    void showsTheStaffInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        String list = "/areas/" + product.area().slug() + "/staff";
        IntStream.range(0, 10).forEach(it -> world.staff(product.area(), Role.SUPPORT));
        int few = countAt(product, list);
        IntStream.range(0, 30).forEach(it -> world.staff(product.area(), Role.MODERATOR));

        assertThat(countAt(product, list)).isEqualTo(few).isPositive();
    }

    @Test
    void showsTheAuditInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        String audit = "/areas/" + product.area().slug() + "/audit";
        IntStream.range(0, 10).forEach(it -> world.group(product, "Grupo " + it));
        int few = countAt(product, audit);
        IntStream.range(10, 200).forEach(it -> world.group(product, "Grupo " + it));

        assertThat(countAt(product, audit)).isEqualTo(few);
    }

    @Test
    void showsThePeopleOfAnAreaInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        TestProduct second = world.product(product.area());
        String list = "/areas/" + product.area().slug() + "/members";
        world.enrol(
                second, second.firstGroup(), world.students(product, product.firstGroup(), "Ana", MORE_THAN_A_PAGE));
        int few = countAt(product, list);
        world.enrol(second, second.firstGroup(), world.students(product, product.firstGroup(), "Ana", 190));
        IntStream.range(0, 5).forEach(it -> world.staff(product.area(), Role.SUPPORT));

        assertThat(countAt(product, list)).isEqualTo(few);
    }

    @Test
    void showsTheMatrixInAtMostEightStatementsWhateverItsSize() {
        TestProduct product = world.product();
        grows(product, "/access", number -> IntStream.range(0, number / 10).forEach(it -> {
            GroupId group = world.group(product, "Grupo " + number + "-" + it);
            ModuleId module = world.module(product, "Módulo " + it);
            for (int i = 0; i < 10; i++) {
                PageId page = world.page(product, module, "Página " + i);
                rules.set(
                        product.ref(),
                        new Subject.OfPage(page),
                        new Rules(new Audience.Inherited(), Map.of(group, Schedule.ALWAYS)),
                        0,
                        product.owner());
            }
        }));

        assertThat(count(product, "/access")).isLessThanOrEqualTo(8);
        assertThat(count(product, "/access/timeline")).isLessThanOrEqualTo(8);
    }

    @Test
    void showsSalesAndWhoIsMisplacedInAsManyStatementsForManyAsForFew() {
        TestProduct few = misplaced(MORE_THAN_A_PAGE);
        TestProduct many = misplaced(190);

        assertThat(countAt(many, "/areas/" + many.area().slug() + "/sales"))
                .isEqualTo(countAt(few, "/areas/" + few.area().slug() + "/sales"))
                .isPositive();
        assertThat(count(many, "/placement"))
                .isEqualTo(count(few, "/placement"))
                .isPositive();
    }

    /** A product with buyers of an offer that led to no group then. */
    private TestProduct misplaced(int number) {
        TestProduct product = world.product();
        OfferId offer = world.offer(product, "Lanzamiento", null);
        for (int i = 0; i < number; i++) {
            new Shop(purchases).buy(product, Shop.buyer("Ana"), "T" + i, offer, Instant.now());
        }
        offers.lead(product.ref(), offer, Optional.empty(), world.group(product, "VIP"), product.owner());
        return product;
    }

    @Test
    void showsTheInboxInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        InboxEntries entries = new InboxEntries(jdbc);
        String list = "/areas/" + product.area().slug() + "/purchases";
        IntStream.range(0, 10).forEach(it -> entries.test(product.area().id()));
        int few = countAt(product, list);
        IntStream.range(10, 200).forEach(it -> entries.test(product.area().id()));

        assertThat(countAt(product, list)).isEqualTo(few).isPositive();
    }

    @Test
    void showsLinksWithTheVendorInAsManyStatementsForManyAsForFew() {
        TestProduct product = world.product();
        InboxEntries entries = new InboxEntries(jdbc);
        String links = "/areas/" + product.area().slug() + "/purchases/links";
        IntStream.range(0, 10).forEach(it -> entries.vendor(product.area().id(), "" + it, "Curso", "abc"));
        int few = countAt(product, links);
        IntStream.range(10, 200).forEach(it -> entries.vendor(product.area().id(), "" + it, "Curso", "abc"));

        assertThat(countAt(product, links)).isEqualTo(few).isPositive();
    }

    private interface Growth {
        void by(int number);
    }

    private void grows(TestProduct product, String tab, Growth growth) {
        grows(product, tab, 10, growth);
    }

    private void grows(TestProduct product, String tab, int first, Growth growth) {
        growth.by(first);
        int few = count(product, tab);
        growth.by(200 - first);

        assertThat(count(product, tab)).isEqualTo(few).isPositive();
    }

    private void open(TestProduct product, int number) {
        var owner = product.area().owner();
        for (int i = 0; i < number; i++) {
            areas.open(
                    "many-" + System.nanoTime(),
                    "Area",
                    Language.ES,
                    ZoneId.of("UTC"),
                    new NamedPerson(owner.id(), "Olga"),
                    AreaOrigin.OPENED_LATER,
                    owner.actor());
        }
    }

    private String resultOf(TestProduct product, int lines) {
        String text = IntStream.range(0, lines)
                .mapToObj(it -> "Ana;ana%d.%d@importados.example".formatted(it, System.nanoTime()))
                .collect(Collectors.joining("\n"));
        return "/imports/"
                + imports.start(
                        product.ref(),
                        Lists.pasted(product.firstGroup(), text),
                        ImportOptions.usual(),
                        product.area().owner().id());
    }

    private int count(TestProduct product, String tab) {
        return countAt(product, product.path() + tab);
    }

    private int countAt(TestProduct product, String path) {
        return statements.countDuring(() -> assertThat(mvc.get()
                        .uri(path)
                        .with(user(product.area().owner().id().toString())))
                .hasStatusOk());
    }
}
