package io.cohorte.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The settings of a product: what its form saves, shows and tells. */
@CohorteTest
class ProductSettingsTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ProductQueries products;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;

    @BeforeEach
    void make() {
        product = world.product();
    }

    @Test
    void hasPagesDoneByHandUntilItIsToldOtherwise() {
        assertThat(view().doneAtEnd()).isFalse();

        assertThat(save(view().version(), true)).hasStatus3xxRedirection();
        assertThat(view().doneAtEnd()).isTrue();
        assertThat(mvc.get().uri(product.path() + "/settings").with(owner()))
                .bodyText()
                .containsPattern("name=\"doneAtEnd\"[^>]*checked");
        assertThat(changes()).isEqualTo("false -> true");

        assertThat(save(view().version(), false)).hasStatus3xxRedirection();
        assertThat(view().doneAtEnd()).isFalse();
    }

    @Test
    void showsBothStatesToWhomeverIsLate() {
        long opened = view().version();
        save(opened, true);

        assertThat(save(opened, false))
                .hasStatus(409)
                .bodyText()
                .contains("Guardado mientras tanto", "terminada al llegar al final")
                .doesNotContainPattern("name=\"doneAtEnd\"[^>]*checked");
        assertThat(view().doneAtEnd()).isTrue();
    }

    private MvcTestResult save(long version, boolean doneAtEnd) {
        var request = mvc.post()
                .uri(product.path() + "/settings")
                .param("name", view().name())
                .param("zone", view().zone().getId())
                .param("version", String.valueOf(version));
        return (doneAtEnd ? request.param("doneAtEnd", "true") : request)
                .with(owner())
                .with(csrf())
                .exchange();
    }

    private String changes() {
        return jdbc.sql("SELECT (before ->> 'doneAtEnd') || ' -> ' || (after ->> 'doneAtEnd') FROM audit_entries "
                        + "WHERE product_id = :product AND kind = 'ProductDescribed'")
                .param("product", product.ref().id().value())
                .query(String.class)
                .single();
    }

    private ProductView view() {
        return products.get(product.ref());
    }

    private RequestPostProcessor owner() {
        return user(product.area().owner().id().toString());
    }
}
