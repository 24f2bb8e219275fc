package io.cohorte.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.access.AccessRules;
import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.progress.FigureQueries;
import io.cohorte.progress.Figures;
import io.cohorte.progress.ProgressQueries;
import io.cohorte.progress.Share;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the demo makes up of its students' progress. */
@CohorteTest
class DemoProgressTests {

    @Autowired
    World world;

    @Autowired
    DemoProgress demo;

    @Autowired
    FigureQueries figures;

    @Autowired
    ProgressQueries progress;

    @Autowired
    ProductQueries products;

    @Autowired
    AccessRules rules;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesThePlotsSomethingToShowAndOpensNothingBeforeItsTime() {
        TestProduct product = world.product();
        ModuleId module = world.module(product, "La luz");
        for (int i = 0; i < 8; i++) {
            world.page(product, module, "Página " + i);
        }
        PageId late = world.page(product, module, "Por abrir");
        LocalDate day = LocalDate.of(2999, 1, 1);
        rules.set(
                product.ref(),
                new Subject.OfPage(late),
                new Rules(
                        Rules.OF_A_PAGE.audience(),
                        Map.of(product.firstGroup(), new Schedule(new Release.OnDay(day), new Expiry.Never()))),
                0,
                product.owner());
        List<AccountId> students = world.students(product, product.firstGroup(), "Ana", 120);
        String known = jdbc.sql("SELECT email FROM accounts WHERE account_id = :id")
                .param("id", students.get(7).value())
                .query(String.class)
                .single();

        demo.makeUp(product.ref(), known);

        Figures found = figures.of(products.get(product.ref()), null);
        assertThat(found.active().month()).isBetween(10L, 110L);
        assertThat(found.groups().get(0).shares().get(Share.NOTHING)).isBetween(10L, 60L);
        assertThat(found.sections().get(0).pages()).allSatisfy(it -> assertThat(it.opened() > 0)
                .as(it.page().title())
                .isEqualTo(!it.page().id().equals(late)));
        assertThat(progress.of(product.ref().id(), students.get(7)).pages()).isNotEmpty();

        demo.makeUp(product.ref(), known);
        assertThat(figures.of(products.get(product.ref()), null).groups())
                .as("done again, it changes nothing")
                .isEqualTo(found.groups());
    }
}
