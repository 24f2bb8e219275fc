package io.cohorte.classroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.classroom.ViewId;
import io.cohorte.classroom.Views;
import io.cohorte.comments.CommentId;
import io.cohorte.comments.CommentQueries;
import io.cohorte.comments.CommentThread;
import io.cohorte.comments.CommentView;
import io.cohorte.comments.Comments;
import io.cohorte.comments.Moderation;
import io.cohorte.comments.Participant;
import io.cohorte.comments.Window;
import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Flash;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CohorteTest
class LessonCommentsTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Comments comments;

    @Autowired
    CommentQueries queries;

    @Autowired
    Moderation moderation;

    @Autowired
    Groups groups;

    @Autowired
    Memberships memberships;

    @Autowired
    Pages pages;

    @Autowired
    Views views;

    @Autowired
    StatementCounter statements;

    private TestProduct product;
    private ModuleId module;
    private PageId page;
    private GroupId vip;
    private AccountId ana;
    private AccountId beto;
    private AccountId vera;
    private AccountId staff;
    private String path;

    @BeforeEach
    void build() {
        product = world.product();
        module = world.module(product, "La luz");
        page = world.page(product, module, "Bienvenida");
        vip = world.group(product, "VIP");
        List<AccountId> students = world.students(product, product.firstGroup(), "Ana", 2);
        ana = students.get(0);
        beto = students.get(1);
        vera = world.students(product, vip, "Vera", 1).get(0);
        staff = world.staff(product.area(), Role.MODERATOR).id();
        path = path(page);
    }

    @Test
    void publishesWhatAStudentWritesToTheirGroupAlone() {
        MvcTestResult result = post(ana, path + "/comments", "text", "Hola <i>a todos</i>\n\n¿qué tal?");

        assertThat(result).hasStatus3xxRedirection().redirectedUrl().isEqualTo(path + "#comments");
        assertThat(said(result)).isEqualTo("comments.lesson.written");
        assertThat(text(beto, path)).contains("Hola &lt;i&gt;a todos&lt;/i&gt;\n\n¿qué tal?", "Ana 1");
        assertThat(text(vera, path)).doesNotContain("Hola", "Ana 1");
        assertThat(text(staff, path)).contains("Hola", "Grupo general");
        assertThat(text(staff, path + "?group=" + vip)).doesNotContain("Hola");
        assertThat(text(vera, path + "?group=" + product.firstGroup())).doesNotContain("Hola");
    }

    @Test
    void tellsKindlyThatSomebodyLooksAtItFirst() {
        groups.letComment(product.ref(), product.firstGroup(), CommentSetting.APPROVED_FIRST, product.owner());

        assertThat(said(post(ana, path + "/comments", "text", "Hola"))).isEqualTo("comments.lesson.waits");

        assertThat(text(ana, path)).contains("Espera la aprobación", "El equipo lo revisa antes");
        assertThat(text(beto, path)).doesNotContain("Hola");
        moderation.markAsSpam(product.ref(), only(staffReader()).id(), product.owner());
        assertThat(text(ana, path)).as("of spam its author is not told").contains("Espera la aprobación");
    }

    @Test
    void showsNothingAtAllToStudentsWhereCommentsAreOff() {
        post(ana, path + "/comments", "text", "Hola");
        groups.letComment(product.ref(), product.firstGroup(), CommentSetting.OFF, product.owner());

        assertThat(text(ana, path)).doesNotContain("Hola", "id=\"comments\"", "/comments");
        assertThat(text(staff, path)).contains("Hola", "sus alumnos no lo ven");
        assertThat(post(ana, path + "/comments", "text", "Otra vez"))
                .hasStatus(422)
                .bodyText()
                .contains("Otra vez", "En este grupo los comentarios están desactivados");
    }

    @Test
    void givesBackWhatCouldNotBePublished() {
        assertThat(post(ana, path + "/comments", "text", "x".repeat(5_001)))
                .hasStatus(422)
                .bodyText()
                .contains("xxxxx", "hasta 5.000 caracteres");
        assertThat(post(ana, path + "/comments")).hasStatus(422);
        assertThat(post(staff, path + "/comments", "text", "Sin grupo")).hasStatus(422);
    }

    @Test
    void repliesEditsAndDeletes() {
        post(ana, path + "/comments", "text", "Pregunta");
        String ofComment = path + "/comments/" + only(staffReader()).id();
        post(beto, ofComment + "/reply", "text", "Respuesta de Beto");
        post(staff, ofComment + "/reply", "text", "Respuesta del equipo");
        assertThat(text(ana, path)).contains("Respuesta de Beto", "Respuesta del equipo", "Equipo");

        assertThat(text(ana, ofComment + "/edit")).contains("Pregunta");
        post(ana, ofComment + "/edit", "text", "Otra pregunta", "version", "0");
        assertThat(text(beto, path)).contains("Otra pregunta", "editado");
        assertThat(post(ana, ofComment + "/edit", "text", "Tarde", "version", "0"))
                .hasStatus(409)
                .bodyText()
                .contains("Tarde", "Otra pregunta");
        for (AccountId other : List.of(beto, vera, staff)) {
            assertThat(get(other, ofComment + "/edit")).hasStatus(404);
            assertThat(get(other, ofComment + "/delete")).hasStatus(404);
            assertThat(post(other, ofComment + "/edit", "text", "x")).hasStatus(404);
            assertThat(post(other, ofComment + "/delete")).hasStatus(404);
        }

        assertThat(text(ana, ofComment + "/delete")).contains("Otra pregunta");
        assertThat(said(post(ana, ofComment + "/delete"))).isEqualTo("comments.lesson.deleted");
        assertThat(text(beto, path))
                .contains("Comentario eliminado", "Respuesta de Beto")
                .doesNotContain("Otra pregunta");
    }

    @Test
    void reportsUnnoticedByTheAuthor() {
        post(ana, path + "/comments", "text", "Compra ya");
        String report = path + "/comments/" + only(staffReader()).id() + "/report";

        assertThat(said(post(beto, report))).isEqualTo("comments.lesson.reported");

        assertThat(text(beto, path)).contains("Lo denunciaste");
        assertThat(text(ana, path)).doesNotContain("denunci", "enuncia");
        assertThat(text(staff, path)).contains("1 denuncia");
        assertThat(post(vera, report)).hasStatus(404);
    }

    @Test
    void findsNoCommentsOfAPageThatIsClosedToTheStudent() {
        PageId hidden = world.page(product, module, "Oculta");
        CommentId comment = comments.write(
                        product.ref(),
                        hidden,
                        product.firstGroup(),
                        new Participant.Student(beto, product.firstGroup()),
                        "Secreto")
                .id();
        pages.unpublish(product.ref(), hidden, product.owner());

        for (String at : List.of(path, path(hidden))) {
            assertThat(post(ana, at + "/comments/" + comment + "/reply", "text", "x"))
                    .hasStatus(404);
            assertThat(post(ana, at + "/comments/" + comment + "/report")).hasStatus(404);
            assertThat(get(beto, at + "/comments/" + comment + "/edit")).hasStatus(404);
            assertThat(post(beto, at + "/comments/" + comment + "/delete")).hasStatus(404);
        }
        assertThat(post(ana, path(hidden) + "/comments", "text", "x")).hasStatus(404);
        assertThat(text(ana, path + "?thread=" + comment)).doesNotContain("Secreto");
    }

    @Test
    void showsAMovedStudentTheNewGroupAtTheNextRequest() {
        post(ana, path + "/comments", "text", "De la general");
        post(vera, path + "/comments", "text", "De VIP");
        memberships.move(product.ref(), ana, vip, false, product.owner());

        assertThat(text(ana, path)).contains("De VIP").doesNotContain("De la general");
        post(ana, path + "/comments", "text", "Recién llegada");
        assertThat(text(vera, path)).contains("Recién llegada");
        assertThat(text(beto, path)).doesNotContain("Recién llegada");
    }

    @Test
    void showsStaffWithOtherEyesTheSameAndLetsThemWriteNothing() {
        AccountId owner = product.area().owner().id();
        post(ana, path + "/comments", "text", "De Ana");
        moderation.hide(product.ref(), only(staffReader()).id(), product.owner());
        post(vera, path + "/comments", "text", "De VIP");
        ViewId asAna = views.asStudent(product.ref(), ana, null, owner);
        ViewId asGroup = views.asGroup(product.ref(), product.firstGroup(), World.ANCHOR, null, owner);

        assertThat(text(owner, as(asAna))).contains("De Ana", "Solo tú lo ves").doesNotContain("De VIP");
        assertThat(text(owner, as(asGroup))).doesNotContain("De Ana", "De VIP");
        assertThat(post(owner, as(asAna) + "/comments", "text", "x")).hasStatus(403);
        assertThat(post(owner, as(asGroup) + "/comments", "text", "x")).hasStatus(403);
        assertThat(text(staff, path)).doesNotContain(">x<");
    }

    @Test
    void tellsTheTimeInTheZoneThatTheStudentChose(@Autowired JdbcClient jdbc) {
        jdbc.sql("UPDATE accounts SET zone = 'Asia/Tokyo' WHERE account_id = :ana")
                .param("ana", ana.value())
                .update();
        post(ana, path + "/comments", "text", "Hola");

        assertThat(text(ana, path)).contains("Horas de Asia/Tokyo");
        assertThat(text(beto, path)).contains("Horas de America/Bogota");
    }

    @Test
    void readsManyCommentsInAsManyStatementsAsFew() {
        Participant writer = new Participant.Staff(staff);
        IntStream.range(0, 10)
                .forEach(it -> comments.write(product.ref(), page, product.firstGroup(), writer, "Hilo " + it));
        text(ana, path);
        int few = statements.countDuring(() -> text(ana, path));
        IntStream.range(10, 200)
                .forEach(it -> comments.write(product.ref(), page, product.firstGroup(), writer, "Hilo " + it));

        assertThat(statements.countDuring(() -> text(ana, path))).isEqualTo(few).isPositive();
        String newest = text(ana, path);
        assertThat(newest).contains("Hilo 199<", "Hilo 150<").doesNotContain("Hilo 149<");
        CommentId older = queries.of(product.ref(), page, writer, Window.NEWEST).older();
        assertThat(text(ana, path + "?before=" + older)).contains("Hilo 149<").doesNotContain("Hilo 150<");
        assertThat(text(ana, path + "?before=zz&thread=zz&group=zz")).contains("Hilo 199<");
    }

    private Participant staffReader() {
        return new Participant.Staff(staff);
    }

    private CommentView only(Participant reader) {
        List<CommentView> all = queries.of(product.ref(), page, reader, Window.NEWEST).threads().stream()
                .flatMap(CommentThread::all)
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String path(PageId of) {
        return "/learn/" + product.area().slug() + "/" + product.ref().id() + "/pages/" + of;
    }

    private String as(ViewId view) {
        return product.path() + "/as/" + view + "/pages/" + page;
    }

    private static String said(MvcTestResult result) {
        return ((Flash) result.getMvcResult().getFlashMap().get("said")).code();
    }

    private MvcTestResult get(AccountId who, String uri) {
        return mvc.get().uri(uri).with(user(who.toString())).exchange();
    }

    private MvcTestResult post(AccountId who, String uri, String... parameters) {
        var request = mvc.post().uri(uri).with(csrf()).with(user(who.toString()));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private String text(AccountId who, String uri) {
        MvcTestResult result = get(who, uri);
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
