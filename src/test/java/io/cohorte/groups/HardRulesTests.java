package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.areas.Role;
import io.cohorte.offers.OfferId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL as the last backstop: each hard rule is broken by plain SQL, and refused. */
@CohorteTest
class HardRulesTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void refusesAProductWithoutGroups() {
        TestProduct product = world.product();

        refused(
                "a_product_has_groups",
                """
                INSERT INTO products (product_id, area_id, name, format, zone, created_at, version)
                SELECT :id, area_id, 'X', format, zone, created_at, 0 FROM products WHERE product_id = :product
                """,
                Map.of("id", Ids.next(), "product", product.ref().id().value()));
    }

    @Test
    void refusesAProductWithoutADefaultGroup() {
        TestProduct product = world.product();

        refused(
                "not-null",
                "UPDATE product_groups SET default_group_id = NULL WHERE product_id = :product",
                Map.of("product", product.ref().id().value()));
    }

    @Test
    void refusesToDeleteTheDefaultGroup() {
        TestProduct product = world.product();

        refused(
                "the_default_group_is_of_the_product",
                "DELETE FROM groups WHERE product_id = :product AND group_id = :group",
                Map.of(
                        "product",
                        product.ref().id().value(),
                        "group",
                        product.firstGroup().value()));
    }

    @Test
    void refusesADefaultGroupOfAnotherProduct() {
        TestProduct product = world.product();
        TestProduct other = world.product();

        refused(
                "the_default_group_is_of_the_product",
                "UPDATE product_groups SET default_group_id = :group WHERE product_id = :product",
                Map.of(
                        "product",
                        product.ref().id().value(),
                        "group",
                        other.firstGroup().value()));
    }

    @Test
    void refusesASecondMembershipOfAStudentInAProduct() {
        TestProduct product = world.product();
        GroupId second = world.group(product, "Second");
        AccountId student =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);

        refused(
                "memberships_pkey",
                """
                INSERT INTO memberships (product_id, student_id, group_id, anchor, joined_at, version)
                VALUES (:product, :student, :group, CURRENT_DATE, now(), 0)
                """,
                Map.of("product", product.ref().id().value(), "student", student.value(), "group", second.value()));
    }

    @Test
    void refusesAMembershipInNoGroup() {
        TestProduct product = world.product();
        AccountId student =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);

        refused(
                "not-null",
                "UPDATE memberships SET group_id = NULL WHERE product_id = :product AND student_id = :student",
                Map.of("product", product.ref().id().value(), "student", student.value()));
    }

    @Test
    void refusesAMembershipInAGroupOfAnotherProduct() {
        TestProduct product = world.product();
        TestProduct other = world.product();
        AccountId student =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);

        refused(
                "a_membership_is_in_a_group_of_its_product",
                "UPDATE memberships SET group_id = :group WHERE product_id = :product AND student_id = :student",
                Map.of(
                        "product", product.ref().id().value(),
                        "student", student.value(),
                        "group", other.firstGroup().value()));
    }

    @Test
    void refusesToDeleteAGroupThatHasStudents() {
        TestProduct product = world.product();
        GroupId group = world.group(product, "VIP");
        world.students(product, group, "Ana", 1);

        refused(
                "a_membership_is_in_a_group_of_its_product",
                "DELETE FROM groups WHERE product_id = :product AND group_id = :group",
                Map.of("product", product.ref().id().value(), "group", group.value()));
    }

    @Test
    void refusesAnOfferThatLeadsToAGroupOfAnotherProduct() {
        TestProduct product = world.product();
        TestProduct other = world.product();
        OfferId offer = world.offer(product, "Standard", null);

        refused(
                "an_offer_leads_to_a_group_of_its_product",
                "UPDATE offers SET group_id = :group WHERE product_id = :product AND offer_id = :offer",
                Map.of(
                        "product", product.ref().id().value(),
                        "offer", offer.value(),
                        "group", other.firstGroup().value()));
    }

    @Test
    void refusesTheSameOfferCodeTwice() {
        TestProduct product = world.product();
        OfferId first = world.offer(product, "First", null);
        OfferId second = world.offer(product, "Second", null);

        refused("offer_codes_pkey", """
                UPDATE offer_codes SET code = (SELECT code FROM offer_codes WHERE offer_id = :first)
                WHERE offer_id = :second
                """, Map.of("first", first.value(), "second", second.value()));
    }

    @Test
    void refusesAGrantWithoutItsMembership() {
        TestProduct product = world.product();

        refused(
                "a_grant_is_of_a_membership",
                """
                INSERT INTO grants (product_id, student_id, kind, reference, group_id, starts_at, version)
                VALUES (:product, :id, 'MANUAL', :id, :id, now(), 0)
                """,
                Map.of("product", product.ref().id().value(), "id", Ids.next()));
    }

    @Test
    void refusesAHistoryOfAnUnknownKind() {
        TestProduct product = world.product();
        AccountId student =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);

        refused(
                "membership_history_kind_check",
                "UPDATE membership_history SET kind = 'BANNED' WHERE product_id = :product AND student_id = :student",
                Map.of("product", product.ref().id().value(), "student", student.value()));
    }

    @Test
    void refusesAPersonOfAnAreaWhomNoSearchWouldFind() {
        TestProduct product = world.product();

        refused(
                "sort_text",
                "UPDATE people SET sort_text = NULL WHERE area_id = :area",
                Map.of("area", product.area().id().value()));
        refused(
                "sort_name",
                "UPDATE people SET sort_name = NULL WHERE area_id = :area",
                Map.of("area", product.area().id().value()));
    }

    @Test
    void refusesTwoGroupsOfOneNameInAProduct() {
        TestProduct product = world.product();
        world.group(product, "VIP");

        refused(
                "groups_have_different_names",
                "INSERT INTO groups VALUES (:product, :id, 'ViP', 'vip', now(), 0)",
                Map.of("product", product.ref().id().value(), "id", Ids.next()));
    }

    @Test
    void refusesTwoAccountsOfOneAddress() {
        String email = world.person().email();

        refused(
                "accounts_email_key",
                "INSERT INTO accounts (account_id, email, created_at, version) VALUES (:id, :email, now(), 0)",
                Map.of("id", Ids.next(), "email", email));
    }

    @Test
    void refusesAnAreaWithoutAnOwner() {
        TestArea area = world.area();
        world.staff(area, Role.ADMINISTRATOR);

        refused(
                "an_area_has_an_owner",
                "DELETE FROM staff_roles WHERE area_id = :area AND role = 'OWNER'",
                Map.of("area", area.id().value()));
        refused(
                "an_area_has_an_owner",
                "UPDATE staff_roles SET role = 'MODERATOR' WHERE area_id = :area AND role = 'OWNER'",
                Map.of("area", area.id().value()));
        refused(
                "an_area_has_an_owner",
                "UPDATE areas SET owner_id = :other WHERE area_id = :area",
                Map.of(
                        "area",
                        area.id().value(),
                        "other",
                        world.area().owner().id().value()));
    }

    @Test
    void refusesAnAddressThatIsOrWasAnotherAreas() {
        TestArea area = world.area();
        TestArea other = world.area();

        refused(
                "the_slug_is_the_areas_own",
                "UPDATE areas SET slug = :slug || '-x' WHERE area_id = :area",
                Map.of("area", area.id().value(), "slug", area.slug()));
        refused(
                "area_slugs_pkey",
                "INSERT INTO area_slugs VALUES (:slug, :area, now())",
                Map.of("area", area.id().value(), "slug", other.slug()));
        refused(
                "a_slug_is_short_and_not_reserved",
                "INSERT INTO area_slugs VALUES ('new', :area, now())",
                Map.of("area", area.id().value()));
    }

    @Test
    void refusesLooksThatNoPageCouldShow() {
        UUID area = world.area().id().value();

        refused("areas_colour_check", "UPDATE areas SET colour = 'red' WHERE area_id = :area", Map.of("area", area));
        refused(
                "area_logos_image_check",
                "INSERT INTO area_logos VALUES (:area, :area, decode(repeat('00', 2097153), 'hex'), now())",
                Map.of("area", area));
    }

    private void refused(String constraint, String sql, Map<String, ?> parameters) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql(sql).params(parameters).update()))
                .rootCause()
                .hasMessageContaining(constraint);
    }
}
