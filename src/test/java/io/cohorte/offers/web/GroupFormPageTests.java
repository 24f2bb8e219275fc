package io.cohorte.offers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.Groups;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whether the students of a group comment is chosen in the group's form. */
@CohorteTest
class GroupFormPageTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Groups groups;

    @Autowired
    GroupQueries queries;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private GroupId vip;

    @BeforeEach
    void build() {
        product = world.product();
        vip = world.group(product, "VIP");
    }

    @Test
    void savesHowTheGroupComments() {
        assertThat(save("APPROVED_FIRST", 0)).hasStatus3xxRedirection();

        assertThat(setting(vip)).isEqualTo(CommentSetting.APPROVED_FIRST);
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void writesNoChangeWhereThereIsNone() {
        save("OPEN", 0);
        groups.letComment(product.ref(), vip, CommentSetting.OPEN, product.owner());

        assertThat(changes()).isZero();
    }

    @Test
    void opensAGroupThatCommentsAsChosen() {
        assertThat(post("", "name", "Oro", "comments", "OFF")).hasStatus3xxRedirection();

        assertThat(queries.choices(product.ref().id()))
                .filteredOn(it -> it.name().equals("Oro"))
                .extracting(it -> it.comments())
                .containsExactly(CommentSetting.OFF);
    }

    @Test
    void showsBothSettingsToWhoSavesSecond() {
        save("OFF", 0);

        assertThat(save("APPROVED_FIRST", 0))
                .hasStatus(409)
                .bodyText()
                .containsPattern("value=\"APPROVED_FIRST\"\\s+checked")
                .contains("<span>Guardado mientras tanto:</span> <strong>Desactivados</strong>");
        assertThat(setting(vip)).isEqualTo(CommentSetting.OFF);
    }

    @Test
    void leavesTheSettingAloneWhereAFormDoesNotNameIt() {
        save("OFF", 0);

        assertThat(post("/" + vip + "/edit", "name", "Oro", "version", "1")).hasStatus3xxRedirection();

        assertThat(setting(vip)).isEqualTo(CommentSetting.OFF);
    }

    @Test
    void takesTheChoiceAlongToTheOfferFormAndBack() {
        String offerForm = post("", "name", "Oro", "comments", "OFF", "createOffer", "true")
                .getResponse()
                .getRedirectedUrl();

        assertThat(offerForm).contains("draft.comments=OFF");
        assertThat(mvc.get()
                        .uri(product.path() + "/groups/new?name=Oro&comments=OFF")
                        .with(user(product.area().owner().id().toString())))
                .bodyText()
                .containsPattern("value=\"OFF\"\\s+checked");
    }

    private MvcTestResult save(String comments, long version) {
        return post("/" + vip + "/edit", "name", "VIP", "comments", comments, "version", String.valueOf(version));
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post()
                .uri(product.path() + "/groups" + path)
                .with(csrf())
                .with(user(product.area().owner().id().toString()));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private CommentSetting setting(GroupId group) {
        return queries.get(product.ref().id(), group).comments();
    }

    private long changes() {
        return jdbc.sql(
                        "SELECT count(*) FROM audit_entries WHERE product_id = :product AND kind = 'GroupCommentsChanged'")
                .param("product", product.ref().id().value())
                .query(Long.class)
                .single();
    }
}
