package io.cohorte.comments;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.areas.Role;
import io.cohorte.content.PageId;
import io.cohorte.mail.Message;
import io.cohorte.mail.MessageKey;
import io.cohorte.mail.Wording;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Language;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.MovableClock;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The areas of these tests are in Bogotá, five hours behind UTC. */
@CohorteTest
class CommentDigestsTests {

    @Autowired
    World world;

    @Autowired
    Comments comments;

    @Autowired
    Moderation moderation;

    @Autowired
    CommentDigests digests;

    @Autowired
    DigestMail mail;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private PageId page;
    private Participant.Student ana;
    private Person moderator;

    @BeforeEach
    void build() {
        product = world.product();
        page = world.page(product, world.module(product, "Uno"), "Primera");
        AccountId student =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);
        ana = new Participant.Student(student, product.firstGroup());
        moderator = world.staff(product.area(), Role.MODERATOR);
        world.staff(product.area(), Role.SUPPORT);
    }

    @AfterEach
    void goBack() {
        clock.reset();
    }

    @Test
    void tellsEveryModeratorOnceADayInTheMorningOfTheArea() {
        at("2031-03-01T20:00:00Z");
        write("Hola");
        at("2031-03-02T12:59:00Z");
        assertThat(due())
                .as("not eight yet, and yesterday is told of once today is")
                .isEmpty();
        at("2031-03-02T13:00:00Z");
        run();
        run();

        assertThat(mails()).containsExactlyInAnyOrder(moderator.id().value(), owner());
        at("2031-03-03T04:30:00Z");
        assertThat(due()).as("still the same day there").isEmpty();
    }

    @Test
    void tellsNothingWhereNothingIsNewOrWaits() {
        at("2031-03-01T15:00:00Z");
        CommentId id = write("Hola");
        run();
        assertThat(mails()).hasSize(2);
        at("2031-03-02T15:00:00Z");
        run();
        assertThat(mails()).as("nothing new").hasSize(2);

        comments.report(
                product.ref(),
                id,
                new Participant.Student(
                        world.students(product, product.firstGroup(), "Beto", 1).get(0), product.firstGroup()));
        at("2031-03-03T15:00:00Z");
        run();
        assertThat(mails()).as("one waits").hasSize(4);
        moderation.approve(product.ref(), id, product.owner());
        at("2031-03-04T15:00:00Z");
        run();
        assertThat(mails()).as("it was answered").hasSize(4);
    }

    @Test
    void tellsNothingOfWhatStaffWrote() {
        at("2031-03-01T15:00:00Z");
        comments.write(
                product.ref(),
                page,
                product.firstGroup(),
                new Participant.Staff(product.area().owner().id()),
                "Bienvenidos");
        run();

        assertThat(mails()).isEmpty();
    }

    @Test
    void sparesThoseWhoWantNone() {
        digests.choose(product.area().id(), moderator.id(), false);
        digests.choose(product.area().id(), moderator.id(), false);
        at("2031-03-01T15:00:00Z");
        write("Hola");
        run();
        assertThat(mails()).containsExactly(owner());

        digests.choose(product.area().id(), moderator.id(), true);
        at("2031-03-02T14:00:00Z");
        write("Otra vez");
        run();
        assertThat(mails())
                .containsExactlyInAnyOrder(owner(), owner(), moderator.id().value());
        assertThat(digests.isWanted(product.area().id(), moderator.id())).isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entries WHERE area_id = :area AND kind = 'CommentMailChosen'")
                        .param("area", product.area().id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void saysHowManyAndNeverWhat() {
        at("2031-03-01T15:00:00Z");
        write("Un secreto");
        write("Otro secreto");
        run();

        Wording wording = wording(moderator.id()).orElseThrow();
        assertThat(wording.arguments())
                .contains("Staff MODERATOR", 2L, 0L)
                .noneSatisfy(it -> assertThat(String.valueOf(it)).contains("secreto"));
        assertThat(String.valueOf(wording.arguments().get(4))).contains("Curso", "2 nuevos, ninguno pendiente");
        assertThat(wording.link().url()).endsWith("/areas/" + product.area().slug() + "/comments");
        assertThat(wording(ana.account())).as("no moderator").isEmpty();
        digests.choose(product.area().id(), moderator.id(), false);
        assertThat(wording(moderator.id())).as("wants none any more").isEmpty();
    }

    private Optional<Wording> wording(AccountId reader) {
        UUID cause = jdbc.sql("SELECT cause FROM comment_digests WHERE area_id = :area")
                .param("area", product.area().id().value())
                .query(UUID.class)
                .single();
        MessageKey key = new MessageKey(cause, reader, DigestMail.KIND);
        return mail.write(new Message(key, product.area().id(), null, null, Language.ES, clock.instant()));
    }

    private CommentId write(String text) {
        return comments.write(product.ref(), page, product.firstGroup(), ana, text)
                .id();
    }

    private void at(String moment) {
        clock.moveTo(Instant.parse(moment));
    }

    private List<CommentDigests.Due> due() {
        return digests.due().stream()
                .filter(it -> it.area().equals(product.area().id()))
                .toList();
    }

    private void run() {
        due().forEach(it -> digests.tell(it.area(), it.day()));
        // As two nodes would that looked at the same time.
        digests.tell(
                product.area().id(),
                clock.instant().atZone(ZoneId.of("America/Bogota")).toLocalDate());
    }

    private List<UUID> mails() {
        return jdbc.sql("SELECT account_id FROM outbox WHERE area_id = :area AND kind = 'COMMENTS'")
                .param("area", product.area().id().value())
                .query(UUID.class)
                .list();
    }

    private UUID owner() {
        return product.area().owner().id().value();
    }
}
