package io.cohorte.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.content.ContentQueries;
import io.cohorte.content.Duplicates;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class RulesOfDuplicatedContentTests {

    @Autowired
    World world;

    @Autowired
    AccessRules rules;

    @Autowired
    AccessQueries queries;

    @Autowired
    Duplicates duplicates;

    @Autowired
    ContentQueries content;

    @Autowired
    JdbcClient jdbc;

    TestProduct product;
    ModuleId module;
    PageId page;
    Rules ofModule;
    Rules ofPage;

    @BeforeEach
    void write() {
        product = world.product();
        GroupId vip = world.group(product, "VIP");
        module = world.module(product, "La luz");
        page = world.page(product, module, "La exposición");
        world.page(product, module, "Sin reglas");
        ofModule = new Rules(new Audience.Chosen(Set.of(vip)), Map.of());
        ofPage = new Rules(
                new Audience.Chosen(Set.of(vip, product.firstGroup())),
                Map.of(vip, new Schedule(new Release.AfterPurchase(7), new Expiry.OnDay(LocalDate.of(2030, 1, 31)))));
        rules.set(product.ref(), new Subject.OfModule(module), ofModule, 0, product.owner());
        rules.set(product.ref(), new Subject.OfPage(page), ofPage, 0, product.owner());
    }

    @Test
    void goWithTheCopyOfAPage() {
        PageId copy = duplicates.ofPage(product.ref(), page, "Copia", product.owner());

        assertThat(of(new Subject.OfPage(copy))).isEqualTo(ofPage);
        assertThat(presentStates(copy)).isOne();
    }

    @Test
    void goWithTheCopyOfAModuleAndThoseOfItsPages() {
        ModuleId copy = duplicates.ofModule(product.ref(), module, "Copia", product.owner());

        assertThat(of(new Subject.OfModule(copy))).isEqualTo(ofModule);
        var pages =
                content.outline(product.ref().id()).module(copy).orElseThrow().pages();
        assertThat(of(new Subject.OfPage(pages.get(0).id()))).isEqualTo(ofPage);
        assertThat(of(new Subject.OfPage(pages.get(1).id()))).isEqualTo(Rules.OF_A_PAGE);
        assertThat(presentStates(pages.get(1).id())).isZero();
    }

    @Test
    void areTheCopysOwnFromThenOn() {
        PageId copy = duplicates.ofPage(product.ref(), page, "Copia", product.owner());

        rules.set(
                product.ref(),
                new Subject.OfPage(copy),
                Rules.OF_A_PAGE,
                queries.rules(product.ref().id(), new Subject.OfPage(copy)).version(),
                product.owner());

        assertThat(of(new Subject.OfPage(page))).isEqualTo(ofPage);
    }

    private Rules of(Subject subject) {
        return queries.rules(product.ref().id(), subject).rules();
    }

    private long presentStates(PageId page) {
        return jdbc.sql("SELECT count(*) FROM rule_states WHERE subject_id = :page AND valid_to IS NULL")
                .param("page", page.value())
                .query(Long.class)
                .single();
    }
}
