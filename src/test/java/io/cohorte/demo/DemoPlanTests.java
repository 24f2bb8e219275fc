package io.cohorte.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.Role;
import io.cohorte.demo.DemoPlan.GroupPlan;
import io.cohorte.demo.DemoPlan.OfferPlan;
import io.cohorte.demo.DemoPlan.ProductPlan;
import io.cohorte.demo.DemoPlan.StaffPlan;
import io.cohorte.offers.Price;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoPlanTests {

    private final DemoPlan plan = DemoPlan.read();

    @Test
    void hasSomebodyForEachRole() {
        assertThat(plan.staff()).extracting(StaffPlan::role).containsExactlyInAnyOrder(Role.values());
        assertThat(plan.owner().email()).isEqualTo("owner@cohorte.example");
    }

    @Test
    void keepsItsSignInsAtTheReservedDomain() {
        assertThat(plan.staff())
                .extracting(StaffPlan::email)
                .allSatisfy(it -> assertThat(EmailAddress.of(it).value()).endsWith("@cohorte.example"));
        assertThat(plan.student().email()).endsWith("@cohorte.example");
    }

    @Test
    void leadsOffersToGroupsOfTheirOwnProductOnly() {
        for (ProductPlan product : plan.products()) {
            List<String> groups = product.groups().stream().map(GroupPlan::name).toList();

            assertThat(product.offers())
                    .extracting(OfferPlan::group)
                    .filteredOn(Objects::nonNull)
                    .isSubsetOf(groups);
            assertThat(product.offers()).extracting(OfferPlan::group).containsNull();
            assertThat(product.offers()).anyMatch(it -> !it.active());
        }
    }

    @Test
    void hasPricesOfTheirCurrencies() {
        assertThat(plan.products())
                .flatExtracting(ProductPlan::offers)
                .allSatisfy(it ->
                        assertThat(Price.of(it.price(), it.currency()).minor()).isNotNegative())
                .extracting(it -> it.currency().getCurrencyCode())
                .contains("USD", "BRL", "COP", "EUR", "MXN");
    }
}
