package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.accounts.TooManyAttempts;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class PagePasswordsTests {

    @Autowired
    World world;

    @Autowired
    PagePasswords passwords;

    @Autowired
    Pages pages;

    @Autowired
    ContentQueries content;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    TestProduct product;
    PageId page;
    AccountId student = new AccountId(Ids.next());
    UUID group;

    @BeforeEach
    void lock() {
        product = world.product();
        page = world.page(product, world.module(product, "La luz"), "La exposición");
        group = product.firstGroup().value();
        passwords.set(product.ref(), page, "tres patas", product.owner());
    }

    @AfterEach
    void setRight() {
        clock.reset();
    }

    @Test
    void opensAPageWithItsPassword() {
        unlock("tres patas");

        assertThat(unlocked()).containsExactly(present());
    }

    @Test
    void takesNoSpacesAroundAPasswordForPartOfIt() {
        assertThatCode(() -> unlock("  tres patas\n")).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsNotThePassword() {
        for (String wrong : List.of("tres", "Tres patas", "", "tres  patas")) {
            assertThatThrownBy(() -> unlock(wrong)).isInstanceOf(WrongPagePassword.class);
        }
        assertThat(unlocked()).isEmpty();
    }

    @Test
    void tellsLongPasswordsApartByTheirEnds() {
        String longest = "ñ".repeat(PagePasswords.LONGEST);
        passwords.set(product.ref(), page, longest, product.owner());

        assertThatThrownBy(() -> unlock("ñ".repeat(PagePasswords.LONGEST - 1) + "n"))
                .isInstanceOf(WrongPagePassword.class);
        assertThatCode(() -> unlock(longest)).doesNotThrowAnyException();
    }

    @Test
    void refusesAPasswordOutOfBounds() {
        for (String none : List.of("", "   ", "x".repeat(PagePasswords.LONGEST + 1))) {
            assertThatThrownBy(() -> passwords.set(product.ref(), page, none, product.owner()))
                    .isInstanceOf(InvalidPagePassword.class);
        }
    }

    @Test
    void locksAgainByEachChange() {
        unlock("tres patas");
        UUID before = present();

        passwords.set(product.ref(), page, "tres patas", product.owner());

        assertThat(present()).isNotEqualTo(before);
        assertThat(unlocked()).containsExactly(before);
        unlock("tres patas");
        assertThat(unlocked()).containsExactly(present());
    }

    @Test
    void asksForNoneOnceItIsRemoved() {
        passwords.remove(product.ref(), page, product.owner());

        assertThat(present()).isNull();
        assertThatCode(() -> unlock("da igual")).doesNotThrowAnyException();
        assertThat(unlocked()).isEmpty();
    }

    @Test
    void isKeptHashed() {
        assertThat(jdbc.sql("SELECT password_hash FROM pages WHERE page_id = :page")
                        .param("page", page.value())
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}")
                .doesNotContain("tres");
    }

    @Test
    void leavesFiveTriesAndThenOneAMinute() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> unlock("mal")).isInstanceOf(WrongPagePassword.class);
        }
        assertThatThrownBy(() -> unlock("tres patas")).isInstanceOf(TooManyAttempts.class);

        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThatThrownBy(() -> unlock("mal")).isInstanceOf(WrongPagePassword.class);
        assertThatThrownBy(() -> unlock("tres patas")).isInstanceOf(TooManyAttempts.class);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThatCode(() -> unlock("tres patas")).doesNotThrowAnyException();
        assertThatThrownBy(() -> unlock("mal")).as("all tries there again").isInstanceOf(WrongPagePassword.class);
    }

    @Test
    void countsTheTriesOfEachStudentAtEachPage() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> unlock("mal")).isInstanceOf(WrongPagePassword.class);
        }

        student = new AccountId(Ids.next());
        assertThatCode(() -> unlock("tres patas")).doesNotThrowAnyException();
    }

    @Test
    void keepsTheHistoryOfPasswords() {
        assertThat(jdbc.sql("SELECT CAST(state ->> 'password' AS uuid) FROM content_states "
                                + "WHERE subject_id = :page AND valid_to IS NULL")
                        .param("page", page.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(present());
    }

    private void unlock(String typed) {
        passwords.unlock(product.ref(), page, student, group, typed);
    }

    private UUID present() {
        return content.outline(product.ref().id()).page(page).orElseThrow().password();
    }

    private List<UUID> unlocked() {
        return jdbc.sql(
                        "SELECT password_id FROM page_unlocks "
                                + "WHERE product_id = :product AND page_id = :page AND student_id = :student AND group_id = :group")
                .param("product", product.ref().id().value())
                .param("page", page.value())
                .param("student", student.value())
                .param("group", group)
                .query(UUID.class)
                .list();
    }
}
