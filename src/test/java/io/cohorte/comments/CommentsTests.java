package io.cohorte.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cohorte.accounts.TooManyAttempts;
import io.cohorte.areas.Role;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.Touch;
import io.cohorte.groups.Trace;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.StaleEdit;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class CommentsTests {

    @Autowired
    World world;

    @Autowired
    Comments comments;

    @Autowired
    CommentQueries queries;

    @Autowired
    Moderation moderation;

    @Autowired
    TracesInComments traces;

    @Autowired
    Groups groups;

    @Autowired
    Memberships memberships;

    @Autowired
    Pages pages;

    @Autowired
    Modules modules;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCounter statements;

    private TestProduct product;
    private ModuleId module;
    private PageId page;
    private GroupId group;
    private GroupId vip;
    private Participant.Student ana;
    private Participant.Student beto;
    private Participant.Student vera;
    private Participant.Staff staff;

    @BeforeEach
    void build() {
        product = world.product();
        module = world.module(product, "Uno");
        page = world.page(product, module, "Primera");
        group = product.firstGroup();
        vip = world.group(product, "VIP");
        List<AccountId> students = world.students(product, group, "Ana", 2);
        ana = new Participant.Student(students.get(0), group);
        beto = new Participant.Student(students.get(1), group);
        vera = new Participant.Student(world.students(product, vip, "Vera", 1).get(0), vip);
        staff = new Participant.Staff(
                world.staff(product.area(), Role.MODERATOR).id());
    }

    /** By state: who of author, group, other group and staff sees it, and what the author is told. */
    @Test
    void showsAnswersToTheirGroupAndAuthorAndStaffByState() {
        Map<CommentState, String> table = Map.of(
                CommentState.APPROVED, "author group staff",
                CommentState.PENDING, "author staff",
                CommentState.HIDDEN, "author staff",
                CommentState.SPAM, "author staff");
        Map<CommentState, CommentState> told = Map.of(
                CommentState.APPROVED, CommentState.APPROVED,
                CommentState.PENDING, CommentState.PENDING,
                CommentState.HIDDEN, CommentState.HIDDEN,
                CommentState.SPAM, CommentState.APPROVED);
        for (CommentState state : CommentState.values()) {
            CommentId root = write(ana, state + " raíz");
            CommentId reply = comments.reply(product.ref(), write(staff, group, "Equipo"), ana, state + " respuesta")
                    .id();
            for (CommentId id : List.of(root, reply)) {
                put(id, state);
                Map<String, Participant> readers = Map.of(
                        "author", ana,
                        "group", beto,
                        "other", vera,
                        "staff", staff);
                readers.forEach((name, reader) -> assertThat(
                                all(reader).anyMatch(it -> it.id().equals(id)))
                        .as("%s for %s", state, name)
                        .isEqualTo(List.of(table.get(state).split(" ")).contains(name)));
                assertThat(view(ana, id).state()).as("told of %s", state).isEqualTo(told.get(state));
                assertThat(view(staff, id).state()).isEqualTo(state);
            }
        }
        assertThat(all(new Participant.Onlooker(ana.account(), group)))
                .extracting(CommentView::state, CommentView::mine)
                .containsOnly(tuple(CommentState.APPROVED, false));
    }

    @Test
    void showsNoRepliesOfAThreadThatIsNotSeen() {
        CommentId root = write(ana, "Mala idea");
        CommentId reply = comments.reply(product.ref(), root, beto, "Pues no").id();
        moderation.hide(product.ref(), root, product.owner());

        assertThat(all(beto)).isEmpty();
        assertThat(all(ana)).extracting(CommentView::id).containsExactly(root, reply);
        assertThatThrownBy(() -> comments.reply(product.ref(), reply, beto, "Sí"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> comments.report(product.ref(), reply, beto)).isInstanceOf(NotFound.class);
    }

    @Test
    void showsStaffAllGroupsOrOneWithTheirNames() {
        write(ana, "De Ana");
        write(vera, "De Vera");

        assertThat(all(staff)).extracting(CommentView::groupName).containsExactly("VIP", "Grupo general");
        assertThat(queries.of(product.ref(), page, staff, new Window(null, null, vip))
                        .threads())
                .extracting(it -> it.root().text())
                .containsExactly("De Vera");
        assertThat(queries.of(product.ref(), page, beto, new Window(null, null, vip))
                        .threads())
                .extracting(it -> it.root().text())
                .containsExactly("De Ana");
        assertThat(all(beto)).extracting(CommentView::groupName).containsOnlyNulls();
    }

    @Test
    void showsAMovedStudentTheOtherGroupAlone() {
        CommentId id = write(ana, "Antes");
        write(vera, "De Vera");
        memberships.move(product.ref(), ana.account(), vip, false, product.owner());
        Participant moved = new Participant.Student(ana.account(), vip);

        assertThat(all(moved)).extracting(CommentView::text).containsExactly("De Vera");
        assertThat(all(beto)).extracting(CommentView::text).containsExactly("Antes");
        assertThatThrownBy(() -> comments.edit(product.ref(), id, moved, "x", 0))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> comments.delete(product.ref(), id, moved)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> comments.write(product.ref(), page, group, ana, "Todavía"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keepsTheNameOfADeletedGroupForStaff() {
        write(vera, "De Vera");
        groups.close(product.ref(), vip, product.owner());

        assertThat(all(staff))
                .extracting(CommentView::groupName, CommentView::isClosed)
                .containsExactly(tuple("VIP", true));
        assertThat(all(new Participant.Student(vera.account(), group))).isEmpty();
        assertThatThrownBy(() -> queries.of(product.ref(), page, vera, Window.NEWEST))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keepsWhatStudentsWroteWhoAreRemoved() {
        write(ana, "Adiós");
        memberships.remove(product.ref(), ana.account(), product.owner());

        assertThat(all(beto)).extracting(CommentView::authorName).containsExactly("Ana 1");
    }

    @Test
    void waitsWhereTheGroupApprovesFirstAndAgainOnceEdited() {
        groups.letComment(product.ref(), group, CommentSetting.APPROVED_FIRST, product.owner());

        assertThat(comments.write(product.ref(), page, group, ana, "Hola").waits())
                .isTrue();
        CommentId id = all(ana).findAny().orElseThrow().id();
        assertThat(all(beto)).isEmpty();
        moderation.approve(product.ref(), id, product.owner());
        assertThat(all(beto)).hasSize(1);
        CommentView view = view(ana, id);
        assertThat(comments.edit(product.ref(), id, ana, "Otra cosa", view.version())
                        .waits())
                .isTrue();
        assertThat(all(beto)).isEmpty();
        assertThatThrownBy(() -> comments.edit(product.ref(), id, ana, "Tarde", view.version()))
                .isInstanceOf(StaleEdit.class);
    }

    @Test
    void letsNobodyWriteOrReadWhereCommentsAreOffButStaff() {
        CommentId id = write(ana, "Hola");
        groups.letComment(product.ref(), group, CommentSetting.OFF, product.owner());

        for (Participant it : List.of(ana, staff)) {
            assertThatThrownBy(() -> comments.write(product.ref(), page, group, it, "x"))
                    .isInstanceOf(CommentsOff.class);
            assertThatThrownBy(() -> comments.reply(product.ref(), id, it, "x")).isInstanceOf(CommentsOff.class);
        }
        assertThatThrownBy(() -> comments.edit(product.ref(), id, ana, "x", 0)).isInstanceOf(CommentsOff.class);
        assertThat(queries.of(product.ref(), page, ana, Window.NEWEST))
                .isEqualTo(new Discussion(CommentSetting.OFF, List.of(), null));
        assertThat(all(staff)).extracting(CommentView::isClosed).containsExactly(true);
        comments.delete(product.ref(), id, ana);
        assertThat(all(staff)).isEmpty();
    }

    @Test
    void letsEveryoneChangeTheirOwnAlone() {
        CommentId id = write(ana, "Hola");
        CommentId ofStaff = write(staff, group, "Bienvenidos");

        for (Participant it : List.of(beto, vera, staff)) {
            assertThatThrownBy(() -> comments.edit(product.ref(), id, it, "x", 0))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> comments.delete(product.ref(), id, it)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> comments.delete(product.ref(), ofStaff, ana)).isInstanceOf(NotFound.class);
        comments.edit(product.ref(), ofStaff, staff, "Bienvenidas", 0);
        assertThat(view(beto, ofStaff))
                .extracting(CommentView::text, CommentView::byStaff, CommentView::mayEdit)
                .containsExactly("Bienvenidas", true, false);
    }

    @Test
    void leavesAStoneAsLongAsThereAreReplies() {
        CommentId root = write(ana, "Pregunta");
        CommentId reply = comments.reply(product.ref(), root, beto, "Respuesta").id();
        CommentId second = comments.reply(product.ref(), reply, ana, "Gracias").id();
        comments.report(product.ref(), root, beto);

        comments.delete(product.ref(), root, ana);
        assertThat(view(beto, root).isDeleted()).isTrue();
        assertThatThrownBy(() -> comments.reply(product.ref(), root, beto, "¿?"))
                .isInstanceOf(NotFound.class);
        comments.delete(product.ref(), second, ana);
        assertThat(all(beto)).hasSize(2);
        moderation.hide(product.ref(), reply, product.owner());
        assertThat(all(ana)).as("a stone tells nothing of a hidden reply").isEmpty();
        assertThat(all(staff)).hasSize(2);
        comments.delete(product.ref(), reply, beto);

        assertThat(all(staff)).isEmpty();
    }

    @Test
    void answersReportsByEveryActOfModerationAndOpensThemAgainWithIt() {
        CommentId id = write(ana, "Publicidad");
        comments.report(product.ref(), id, beto);
        comments.report(product.ref(), id, beto);
        assertThat(view(staff, id).reports()).isEqualTo(1);
        assertThat(view(beto, id))
                .extracting(CommentView::reports, CommentView::reported)
                .containsExactly(0L, true);
        assertThatThrownBy(() -> comments.report(product.ref(), id, ana)).isInstanceOf(NotFound.class);

        moderation.approve(product.ref(), id, product.owner());
        assertThat(view(staff, id).reports()).isZero();
        moderation.undo(product.ref(), id, CommentState.APPROVED, product.owner());
        assertThat(view(staff, id).reports()).isEqualTo(1);
        moderation.markAsSpam(product.ref(), id, product.owner());
        assertThat(view(staff, id).reports()).isZero();
        moderation.undo(product.ref(), id, CommentState.SPAM, product.owner());

        assertThat(view(staff, id))
                .extracting(CommentView::reports, CommentView::state)
                .containsExactly(1L, CommentState.APPROVED);
        assertThatThrownBy(() -> moderation.undo(product.ref(), id, CommentState.APPROVED, product.owner()))
                .isInstanceOf(NothingToUndo.class);
    }

    @Test
    void goesWithItsPage() {
        CommentId id = write(ana, "Hola");
        comments.reply(product.ref(), id, beto, "Hola, Ana");
        comments.report(product.ref(), id, beto);
        pages.delete(product.ref(), page, product.owner());
        page = world.page(product, module, "Segunda");
        write(ana, "Otra vez");
        modules.delete(product.ref(), module, product.owner());

        assertThat(jdbc.sql("SELECT count(*) FROM comments WHERE product_id = :product")
                        .param("product", product.ref().id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void isATraceThatKeepsAStudentFromBeingTakenBack() {
        Instant before = Instant.now().minusSeconds(60);
        write(ana, "Hola");
        List<Touch> touched = Stream.of(ana, beto)
                .map(it -> new Touch(it.account(), Ids.next(), before))
                .toList();

        assertThat(traces.since(product.ref(), touched)).isEqualTo(Map.of(ana.account(), Set.of(Trace.COMMENTED)));
        assertThat(traces.since(
                        product.ref(),
                        List.of(new Touch(
                                ana.account(), Ids.next(), Instant.now().plusSeconds(60)))))
                .isEmpty();
    }

    @Test
    void slowsStudentsDownAndNotStaff() {
        for (int i = 0; i < CommentThrottle.OF_ACCOUNT.tries(); i++) {
            write(ana, "Número " + i);
            write(staff, group, "Número " + i);
        }

        assertThatThrownBy(() -> write(ana, "Uno más")).isInstanceOf(TooManyAttempts.class);
        write(staff, group, "Uno más");
        write(beto, "Otro");
    }

    @Test
    void showsFiftyThreadsAtOnceAndTwentyRepliesEachInOneStatement() {
        CommentId first = write(staff, group, "Primera");
        IntStream.range(0, 25).forEach(it -> comments.reply(product.ref(), first, staff, "Respuesta " + it));
        IntStream.range(0, 60).forEach(it -> write(staff, group, "Hilo " + it));
        Discussion[] shown = new Discussion[2];

        assertThat(statements.countDuring(() -> shown[0] = queries.of(product.ref(), page, ana, Window.NEWEST)))
                .isEqualTo(1);
        assertThat(shown[0].threads()).hasSize(50);
        assertThat(shown[0].threads().get(0).root().text()).isEqualTo("Hilo 59");
        shown[1] =
                queries.of(product.ref(), page, ana, new Window(shown[0].older().value(), null, null));
        assertThat(shown[1].threads()).hasSize(11);
        assertThat(shown[1].older()).isNull();
        CommentThread last = shown[1].threads().get(10);
        assertThat(last.hasEarlier()).isTrue();
        assertThat(last.replies())
                .hasSize(20)
                .first()
                .extracting(CommentView::text)
                .isEqualTo("Respuesta 5");
        assertThat(queries.of(product.ref(), page, ana, new Window(null, first.value(), null))
                        .threads())
                .singleElement()
                .satisfies(it -> assertThat(it.replies()).hasSize(25))
                .satisfies(it -> assertThat(it.hasEarlier()).isFalse());
        assertThat(queries.of(product.ref(), page, vera, new Window(null, first.value(), null))
                        .threads())
                .isEmpty();
    }

    private CommentId write(Participant.Student by, String text) {
        return write(by, by.group(), text);
    }

    private CommentId write(Participant by, GroupId in, String text) {
        return comments.write(product.ref(), page, in, by, text).id();
    }

    private void put(CommentId id, CommentState state) {
        jdbc.sql("UPDATE comments SET state = :state WHERE product_id = :product AND comment_id = :id")
                .param("state", state.name())
                .param("product", product.ref().id().value())
                .param("id", id.value())
                .update();
    }

    private Stream<CommentView> all(Participant reader) {
        return queries.of(product.ref(), page, reader, Window.NEWEST).threads().stream()
                .flatMap(CommentThread::all);
    }

    private CommentView view(Participant reader, CommentId id) {
        return all(reader).filter(it -> it.id().equals(id)).findAny().orElseThrow();
    }
}
