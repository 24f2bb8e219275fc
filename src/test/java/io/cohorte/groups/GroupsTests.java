package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CohorteTest
class GroupsTests {

    @Autowired
    World world;

    @Autowired
    Groups groups;

    @Autowired
    GroupQueries queries;

    @Autowired
    StudentQueries students;

    @Autowired
    OfferQueries offers;

    @Test
    void givesANewProductOneDefaultGroupNamedInTheAreasLanguage() {
        TestProduct product = world.product();

        assertThat(queries.of(product.ref().id())).singleElement().satisfies(it -> {
            assertThat(it.isDefault()).isTrue();
            assertThat(it.name()).isEqualTo("Grupo general");
        });
    }

    @Test
    void handsTheDefaultOnAndMakesTheFormerOneDeletable() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");

        groups.makeDefault(product.ref(), vip, product.owner());
        groups.close(product.ref(), product.firstGroup(), product.owner());

        assertThat(queries.of(product.ref().id())).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(vip);
            assertThat(it.isDefault()).isTrue();
        });
    }

    @Test
    void movesStudentsAndOffersOfAClosedGroupToTheDefault() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        List<AccountId> members = world.students(product, vip, "Ana", 3);
        OfferId offer = world.offer(product, "Mentoría", vip);

        long moved = groups.close(product.ref(), vip, product.owner());

        assertThat(moved).isEqualTo(3);
        assertThat(members)
                .allSatisfy(it ->
                        assertThat(students.get(product.ref(), it).group()).isEqualTo(product.firstGroup()));
        assertThat(offers.get(product.ref().id(), offer).group()).isNull();
        assertThat(students.history(product.ref(), members.get(0))).first().satisfies(it -> {
            assertThat(it.cause()).isEqualTo(HistoryCause.GROUP_CLOSED);
            assertThat(it.fromGroup()).isEqualTo("VIP");
            assertThat(it.toGroup()).isEqualTo("Grupo general");
        });
    }

    @Test
    void movesFormerStudentsOfAClosedGroupToo(@Autowired Memberships memberships) {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        AccountId former = world.students(product, vip, "Ana", 1).get(0);
        memberships.remove(product.ref(), former, product.owner());

        long moved = groups.close(product.ref(), vip, product.owner());

        assertThat(moved).isZero();
        assertThat(students.get(product.ref(), former)).satisfies(it -> {
            assertThat(it.group()).isEqualTo(product.firstGroup());
            assertThat(it.in()).isFalse();
        });
    }

    @Test
    void refusesToCloseTheDefaultGroupAndChangesNothing() {
        TestProduct product = world.product();
        AccountId student =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);

        assertThatThrownBy(() -> groups.close(product.ref(), product.firstGroup(), product.owner()))
                .isInstanceOf(DefaultGroupStays.class);

        assertThat(queries.of(product.ref().id())).hasSize(1);
        assertThat(students.history(product.ref(), student)).hasSize(1);
    }

    @Test
    void refusesToRenameFromAFormThatSomebodyElseOvertook() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        long opened = queries.get(product.ref().id(), vip).version();
        groups.rename(product.ref(), vip, "VIP 2026", opened, product.owner());

        assertThatThrownBy(() -> groups.rename(product.ref(), vip, "Oro", opened, product.owner()))
                .isInstanceOf(StaleEdit.class);

        assertThat(queries.get(product.ref().id(), vip).name()).isEqualTo("VIP 2026");
    }

    @Test
    void letsOneOfManyWhoOpenTheSameNameAtOnceWin() throws Exception {
        TestProduct product = world.product();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<Boolean> open = () -> {
            try {
                groups.open(product.ref(), "Becados", product.owner());
                return true;
            } catch (GroupNameTaken taken) {
                return false;
            }
        };

        List<Future<Boolean>> opened =
                threads.invokeAll(IntStream.range(0, 8).mapToObj(it -> open).toList());
        threads.shutdown();

        int winners = 0;
        for (Future<Boolean> it : opened) {
            winners += it.get() ? 1 : 0;
        }
        assertThat(winners).isEqualTo(1);
        assertThat(queries.of(product.ref().id())).hasSize(2);
    }

    @Test
    void knowsNoGroupOfAnotherProduct() {
        TestProduct product = world.product();
        TestProduct other = world.product();

        assertThatThrownBy(() -> groups.makeDefault(product.ref(), other.firstGroup(), product.owner()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.close(product.ref(), other.firstGroup(), product.owner()))
                .isInstanceOf(NotFound.class);
    }
}
