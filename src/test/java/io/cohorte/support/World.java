package io.cohorte.support;

import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.AreaOrigin;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.areas.Role;
import io.cohorte.catalog.ProductFormat;
import io.cohorte.catalog.Products;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.groups.Groups;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.Newcomer;
import io.cohorte.offers.Lasting;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Offers;
import io.cohorte.offers.Price;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.Language;
import io.cohorte.shared.ProductRef;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds what a test needs through the doors of the rooms. Each area it opens is new, so that tests do not meet. */
public class World {

    public static final String PASSWORD = "correcto caballo bateria";
    public static final LocalDate ANCHOR = LocalDate.of(2026, 3, 1);

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ZoneId ZONE = ZoneId.of("America/Bogota");

    private final Accounts accounts;
    private final Areas areas;
    private final Products products;
    private final Groups groups;
    private final GroupQueries groupQueries;
    private final Memberships memberships;
    private final Offers offers;
    private final Modules modules;
    private final Pages pages;
    private final JdbcClient jdbc;

    World(
            Accounts accounts,
            Areas areas,
            Products products,
            Groups groups,
            GroupQueries groupQueries,
            Memberships memberships,
            Offers offers,
            Modules modules,
            Pages pages,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.areas = areas;
        this.products = products;
        this.groups = groups;
        this.groupQueries = groupQueries;
        this.memberships = memberships;
        this.offers = offers;
        this.modules = modules;
        this.pages = pages;
        this.jdbc = jdbc;
    }

    /** Somebody who can sign in with {@link #PASSWORD}. */
    public record Person(AccountId id, String email) {

        public Actor actor() {
            return Actor.person(id);
        }
    }

    /** An area with its owner. */
    public record TestArea(AreaId id, String slug, Person owner) {}

    /** A product with the group it was born with. */
    public record TestProduct(TestArea area, ProductRef ref, GroupId firstGroup) {

        public String path() {
            return "/areas/" + area.slug() + "/products/" + ref.id();
        }

        public Actor owner() {
            return area.owner().actor();
        }
    }

    public Person person() {
        EmailAddress email = EmailAddress.of("person" + NUMBER.incrementAndGet() + "@cohorte.example");
        AccountId id = accounts.registerAll(List.of(email)).get(email);
        accounts.setPassword(id, PASSWORD, Actor.program());
        return new Person(id, email.value());
    }

    /** An installation has one operator: each test that needs it puts somebody in its place. */
    public Person operator() {
        Person person = person();
        makeOperator(person);
        return person;
    }

    public void makeOperator(Person person) {
        jdbc.sql("UPDATE accounts SET operator = false WHERE operator").update();
        accounts.makeOperator(person.id(), Actor.program());
    }

    public TestArea area() {
        Person owner = person();
        String slug = "area-" + NUMBER.incrementAndGet();
        AreaId id = areas.open(
                slug,
                "Academia " + slug,
                Language.ES,
                ZONE,
                new NamedPerson(owner.id(), "Olga Dueñas"),
                AreaOrigin.SET_UP,
                owner.actor());
        return new TestArea(id, slug, owner);
    }

    /** A person with one role in an area. */
    public Person staff(TestArea area, Role role) {
        Person person = person();
        areas.nameAll(area.id(), List.of(new NamedPerson(person.id(), "Staff " + role)));
        areas.appoint(area.id(), person.id(), role, area.owner().actor());
        return person;
    }

    public TestProduct product() {
        return product(area());
    }

    public TestProduct product(TestArea area) {
        ProductRef ref = products.create(
                area.id(),
                "Curso " + NUMBER.incrementAndGet(),
                ProductFormat.ONLINE_COURSE,
                ZONE,
                area.owner().actor());
        return new TestProduct(area, ref, groupQueries.choices(ref.id()).get(0).id());
    }

    public GroupId group(TestProduct product, String name) {
        return groups.open(product.ref(), name, product.owner());
    }

    public GroupId defaultGroup(TestProduct product) {
        return groupQueries.choices(product.ref().id()).stream()
                .filter(GroupChoice::isDefault)
                .findAny()
                .orElseThrow()
                .id();
    }

    /** @param group null to follow the default */
    public OfferId offer(TestProduct product, String name, @Nullable GroupId group) {
        return offers.create(
                product.ref(),
                name,
                new Price(4990, Currency.getInstance("USD")),
                Lasting.FOR_LIFE,
                group,
                product.owner());
    }

    /** Enrols new students named {@code prefix 1}, {@code prefix 2} ... */
    public List<AccountId> students(TestProduct product, GroupId group, String prefix, int number) {
        List<EmailAddress> emails = new ArrayList<>();
        List<NamedPerson> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            emails.add(EmailAddress.of("student" + NUMBER.incrementAndGet() + "@alumnos.example"));
        }
        var ids = accounts.registerAll(emails);
        List<AccountId> students = emails.stream().map(ids::get).toList();
        for (int i = 0; i < number; i++) {
            people.add(new NamedPerson(students.get(i), prefix + " " + (i + 1)));
        }
        areas.nameAll(product.area().id(), people);
        enrol(product, group, students);
        return students;
    }

    /** Has an area know somebody by a name. */
    public void name(TestArea area, Person person, String name) {
        areas.nameAll(area.id(), List.of(new NamedPerson(person.id(), name)));
    }

    public void enrol(TestProduct product, GroupId group, List<AccountId> students) {
        memberships.enrolAll(
                product.ref(),
                group,
                students.stream().map(it -> new Newcomer(it, ANCHOR)).toList(),
                Ids.next(),
                product.owner());
    }

    /** A published module. */
    public ModuleId module(TestProduct product, String name) {
        ModuleId module = modules.create(product.ref(), name, "", product.owner());
        modules.publish(product.ref(), module, product.owner());
        return module;
    }

    /** A published page. */
    public PageId page(TestProduct product, ModuleId module, String title) {
        PageId page = pages.create(product.ref(), module, title, product.owner());
        pages.publish(product.ref(), page, product.owner());
        return page;
    }
}
