package io.cohorte.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberQueries;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportOptions;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportView;
import io.cohorte.imports.Imports;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.Lists;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The students of a product as a file that imports again. */
@CohorteTest
class MemberExportTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    ImportQueries runs;

    @Autowired
    MemberQueries members;

    @Autowired
    JdbcClient jdbc;

    /** What a list shows of somebody, apart from the product. */
    private record Shown(String name, String email, String group, LocalDate anchor) {}

    @Test
    void comesBackUnchangedInAnotherProduct() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "=VIP; \"oro\"");
        imported(
                product,
                vip,
                "nombre;correo;fecha\n'=2+5;formula%1$d@importados.example;03/02/2018\n\"Peña; Ñata\";pena%1$d@importados.example;2020-02-29"
                        .formatted(System.nanoTime()));
        world.students(product, product.firstGroup(), "Muchos", 1_050);
        TestProduct other = world.product(product.area());
        world.group(other, "=VIP; \"oro\"");
        rename(other, product);

        ImportView run = imported(
                other, other.firstGroup(), export(product, product.area().owner(), ""));

        assertThat(run.outcomes().imported()).isEqualTo(1_052);
        assertThat(shown(other)).isEqualTo(shown(product)).anySatisfy(it -> {
            assertThat(it.name()).isEqualTo("=2+5");
            assertThat(it.anchor()).isEqualTo(LocalDate.of(2018, 2, 3));
        });
    }

    @Test
    void holdsThoseTheListShowsAndIsKeptInTheAuditLog() {
        TestProduct product = world.product();
        GroupId vip = world.group(product, "VIP");
        world.students(product, vip, "Ana", 2);
        world.students(product, product.firstGroup(), "Bea", 2);

        assertThat(export(product, product.area().owner(), "?q=ana&group=" + vip + "&state=in"))
                .contains("Ana 1", "Ana 2")
                .doesNotContain("Bea");

        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entries WHERE product_id = :product AND kind = 'MembersExported'")
                        .param("product", product.ref().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isForWhoeverManages() {
        TestProduct product = world.product();

        assertThat(post(product, world.staff(product.area(), Role.SUPPORT), "")).hasStatus(403);
    }

    private String export(TestProduct product, Person by, String query) {
        MvcTestResult file = post(product, by, query);
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        return new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(TestProduct product, Person by, String query) {
        return mvc.post()
                .uri(product.path() + "/members/export" + query)
                .with(user(by.id().toString()))
                .with(csrf())
                .exchange();
    }

    private List<Shown> shown(TestProduct product) {
        return members.following(product.ref(), MemberFilter.all(), null, 2_000).stream()
                .map(it -> new Shown(it.name(), it.email(), it.groupName(), it.anchor()))
                .toList();
    }

    private void rename(TestProduct other, TestProduct like) {
        jdbc.sql("""
                        UPDATE groups g SET name = l.name, name_key = l.name_key
                        FROM groups l WHERE l.product_id = :like AND l.group_id = :first
                            AND g.product_id = :product AND g.group_id = :group
                        """)
                .param("like", like.ref().id().value())
                .param("first", like.firstGroup().value())
                .param("product", other.ref().id().value())
                .param("group", other.firstGroup().value())
                .update();
    }

    private ImportView imported(TestProduct product, GroupId group, String text) {
        ImportId id = imports.start(
                product.ref(),
                Lists.pasted(group, text),
                ImportOptions.usual(),
                product.area().owner().id());
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> runs.get(product.ref(), id), ImportView::finished);
    }
}
