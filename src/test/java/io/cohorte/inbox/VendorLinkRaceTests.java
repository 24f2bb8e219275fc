package io.cohorte.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.inbox.HotmartEvent.VendorProduct;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.InboxEntries;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A link that is made while an event is worked on, and a product that was typed before an event named it. */
@CohorteTest
class VendorLinkRaceTests {

    @Autowired
    World world;

    @Autowired
    VendorLinks links;

    @Autowired
    VendorLinkQueries queries;

    @Autowired
    VendorCatalog catalog;

    @Autowired
    Hooks hooks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private InboxEntries entries;
    private TestProduct product;
    private AreaId area;
    private Actor owner;

    @BeforeEach
    void build() {
        entries = new InboxEntries(jdbc);
        product = world.product();
        area = product.area().id();
        owner = product.owner();
        hooks.open(area, owner);
        hooks.pause(area, owner);
    }

    @Test
    void leavesNobodyWaitingForALinkThatIsThere() throws Exception {
        VendorProduct seen = new VendorProduct("4242", "u-1", "Curso de luz");
        entries.vendor(area, "4242", "Curso de luz");
        AtomicReference<UUID> entry = new AtomicReference<>();
        AtomicReference<CompletableFuture<Integer>> linking = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            assertThat(catalog.product(area, seen).product()).isNull();
            linking.set(CompletableFuture.supplyAsync(
                    () -> links.link(area, "4242", product.ref().id(), owner)));
            // Long enough for a link that waits for nobody to be there.
            Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            entry.set(entries.unlinked(area, "p:4242"));
        });

        assertThat(linking.get().get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(entries.state(entry.get())).isEqualTo("WAITING");
    }

    @Test
    void learnsTheNameOfWhatWasTyped() {
        links.link(area, "4242", product.ref().id(), owner);
        assertThat(queries.get(area, "4242").name()).isNull();

        transaction.executeWithoutResult(
                status -> assertThat(catalog.product(area, new VendorProduct("4242", "u-1", "Curso de luz"))
                                .product())
                        .isEqualTo(product.ref().id()));

        assertThat(queries.get(area, "4242").name()).isEqualTo("Curso de luz");
        assertThat(jdbc.sql("SELECT ucode FROM vendor_products WHERE area_id = :area")
                        .param("area", area.value())
                        .query(String.class)
                        .single())
                .isEqualTo("u-1");
    }
}
