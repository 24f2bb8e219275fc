package io.cohorte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.offers.OfferId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class AuditTrailTests {

    @Autowired
    World world;

    @Autowired
    Groups groups;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsWhoChangedWhatWithBeforeAndAfter() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");

        groups.rename(product.ref(), vip, "Oro", 0, product.owner());

        assertThat(entries(product)).last().satisfies(it -> {
            assertThat(it.get("kind")).isEqualTo("GroupRenamed");
            assertThat(it.get("actor_id")).isEqualTo(product.area().owner().id().value());
            assertThat(it.get("area_id")).isEqualTo(product.area().id().value());
            assertThat(it.get("subject_id")).isEqualTo(vip.value());
            assertThat(it.get("before")).isEqualTo("{\"name\": \"VIP\"}");
            assertThat(it.get("after")).isEqualTo("{\"name\": \"Oro\"}");
        });
    }

    @Test
    void keepsWhichOffersLeftAGroupThatWasClosed() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        OfferId offer = world.offer(product, "Mentoría", vip);

        groups.close(product.ref(), vip, product.owner());

        assertThat(entries(product))
                .filteredOn(it -> it.get("subject_id").equals(offer.value()))
                .last()
                .satisfies(it -> {
                    assertThat(it.get("before").toString()).contains(vip.toString());
                    assertThat(it.get("after").toString()).contains("\"group\": \"default\"");
                });
    }

    @Test
    void keepsNothingOfACommandThatWasRefused() {
        TestProduct product = world.product();
        int before = entries(product).size();

        assertThatThrownBy(() -> groups.open(product.ref(), "GRUPO general", product.owner()))
                .isInstanceOf(RuntimeException.class);

        assertThat(entries(product)).hasSize(before);
    }

    private List<Map<String, Object>> entries(TestProduct product) {
        return jdbc.sql("SELECT kind, actor_id, area_id, subject_id, before::text, after::text FROM audit_entries "
                        + "WHERE product_id = :product ORDER BY entry_id")
                .param("product", product.ref().id().value())
                .query()
                .listOfRows();
    }
}
