package io.cohorte.comments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.comments.CommentId;
import io.cohorte.comments.Comments;
import io.cohorte.comments.Participant;
import io.cohorte.content.PageId;
import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.TestConfiguration.StatementCounter;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CohorteTest
class QueuePageTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Comments comments;

    @Autowired
    Groups groups;

    @Autowired
    StatementCounter statements;

    private TestProduct product;
    private PageId page;
    private Person moderator;
    private Participant.Student ana;
    private CommentId waiting;
    private String path;

    @BeforeEach
    void build() {
        product = world.product();
        page = world.page(product, world.module(product, "La luz"), "Bienvenida");
        groups.letComment(product.ref(), product.firstGroup(), CommentSetting.APPROVED_FIRST, product.owner());
        List<AccountId> students = world.students(product, product.firstGroup(), "Ana", 1);
        ana = new Participant.Student(students.get(0), product.firstGroup());
        waiting = write("Una <b>pregunta</b>");
        moderator = world.staff(product.area(), Role.MODERATOR);
        path = "/areas/" + product.area().slug() + "/comments";
    }

    @Test
    void showsWhatWaitsWithItsPlaceAndNoMarkup() {
        assertThat(text(path))
                .contains("Una &lt;b&gt;pregunta&lt;/b&gt;", "La luz", "Bienvenida", "Ana 1", "Grupo general")
                .contains(
                        "/learn/" + product.area().slug() + "/" + product.ref().id() + "/pages/" + page)
                .doesNotContain("<b>pregunta");
    }

    @Test
    void movesCommentsBetweenItsTabsAndBack() {
        MvcTestResult hidden = post(act(waiting, "hide"));
        assertThat(hidden).hasStatus3xxRedirection().redirectedUrl().isEqualTo(path + "?show=pending");
        assertThat(hidden.getMvcResult().getFlashMap().get("done"))
                .isEqualTo(new ModerationController.Done(
                        path + "/" + product.ref().id() + "/" + waiting, "HIDDEN", "Ana 1"));

        assertThat(text(path)).doesNotContain("pregunta");
        assertThat(text(path + "?show=hidden")).contains("pregunta");
        assertThat(text(path + "?show=all")).contains("pregunta");
        post(act(waiting, "undo"), "state", "HIDDEN");
        assertThat(text(path)).contains("pregunta");
        post(act(waiting, "spam"));
        assertThat(text(path + "?show=spam")).contains("pregunta");
        post(act(waiting, "approve"));
        assertThat(text(path + "?show=approved")).contains("pregunta");
        assertThat(text(path + "?show=spam")).doesNotContain("pregunta");
    }

    @Test
    void undoesNothingThatIsNotTheLastAct() {
        post(act(waiting, "approve"));

        MvcTestResult late = post(act(waiting, "undo"), "state", "SPAM");

        assertThat(late).hasStatus3xxRedirection();
        assertThat(String.valueOf(late.getMvcResult().getFlashMap().get("said")))
                .contains("nothing-to-undo");
        assertThat(text(path + "?show=approved")).contains("pregunta");
    }

    @Test
    void showsWhatWasReportedUntilSomebodyAnswers() {
        CommentId ofStaff = comments.write(
                        product.ref(), page, product.firstGroup(), new Participant.Staff(moderator.id()), "Compra ya")
                .id();
        comments.report(product.ref(), ofStaff, ana);
        assertThat(text(path + "?show=reported")).contains("Compra ya", "1 denuncia", "Mantener");

        post(act(ofStaff, "approve"));

        assertThat(text(path + "?show=reported")).doesNotContain("Compra ya");
    }

    @Test
    void narrowsToAProductAGroupAndWords() {
        TestProduct other = world.product(product.area());
        GroupId gone = world.group(product, "Oro");
        Participant staff = new Participant.Staff(moderator.id());
        comments.write(product.ref(), page, gone, staff, "Para los de oro");
        groups.close(product.ref(), gone, product.owner());
        String all = path + "?show=all&inProduct=" + product.ref().id();

        assertThat(text(all)).contains("pregunta", "Para los de oro", "Oro (grupo eliminado)");
        assertThat(text(all + "&inGroup=" + gone)).contains("Para los de oro").doesNotContain("pregunta");
        assertThat(text(all + "&q=PREGUNTA")).contains("Una &lt;b&gt;").doesNotContain("Para los de oro");
        assertThat(text(all + "&q=%25")).doesNotContain("pregunta", "Para los");
        assertThat(text(path + "?show=all&inProduct=" + other.ref().id())).doesNotContain("pregunta");
        assertThat(text(all.replace(
                                product.ref().id().toString(), other.ref().id().toString()) + "&inGroup=" + gone))
                .doesNotContain("Para los de oro");
        assertThat(text(all + "&inGroup=" + other.firstGroup())).contains("pregunta");
    }

    @Test
    void repliesIntoTheThreadsGroup() {
        String reply = act(waiting, "reply");
        assertThat(text(reply)).contains("Responder a Ana 1", "Una &lt;b&gt;");

        assertThat(post(reply, "text", "  ")).hasStatus(422);
        assertThat(post(reply, "text", "Claro que sí")).hasStatus3xxRedirection();

        assertThat(text(path + "?show=all")).contains("Claro que sí", "En respuesta a Ana 1");
    }

    @Test
    void refusesToReplyWhereCommentsAreOffBesideTheForm() {
        groups.letComment(product.ref(), product.firstGroup(), CommentSetting.OFF, product.owner());

        assertThat(post(act(waiting, "reply"), "text", "Claro"))
                .hasStatus(422)
                .bodyText()
                .contains("En este grupo los comentarios están desactivados");
    }

    @Test
    void switchesTheDailyMailOffAndOn() {
        assertThat(text(path)).contains("Dejar el correo diario");
        post(path + "/mail", "wanted", "false");
        assertThat(text(path)).contains("Recibir el correo diario");
        post(path + "/mail", "wanted", "true");
        assertThat(text(path)).contains("Dejar el correo diario");
    }

    @Test
    void showsManyCommentsInAsManyStatementsAsFewAndPagesThem() {
        Participant staff = new Participant.Staff(moderator.id());
        String all = path + "?show=all&inProduct=" + product.ref().id();
        IntStream.range(0, 10).forEach(it -> comments.reply(product.ref(), waiting, staff, "Respuesta " + it));
        int few = statements.countDuring(() -> text(all));
        IntStream.range(10, 200).forEach(it -> comments.reply(product.ref(), waiting, staff, "Respuesta " + it));

        assertThat(statements.countDuring(() -> text(all))).isEqualTo(few).isPositive();
        String first = text(all);
        assertThat(first).contains("Respuesta 199", "Respuesta 150<").doesNotContain("Respuesta 149<");
        String next = first.substring(first.lastIndexOf("after=") + 6).replaceFirst("(?s)\".*", "");
        assertThat(text(all + "&after=" + next)).contains("Respuesta 149<").doesNotContain("Respuesta 150<");
    }

    @Test
    void tellsInTheAuditUnderWhichPageSomethingWasWritten() {
        assertThat(mvc.get()
                        .uri("/areas/" + product.area().slug() + "/audit")
                        .with(user(product.area().owner().id().toString())))
                .bodyText()
                .contains("Escribió un comentario", "Bienvenida", "pendiente");
    }

    private CommentId write(String text) {
        return comments.write(product.ref(), page, product.firstGroup(), ana, text)
                .id();
    }

    private String act(CommentId comment, String act) {
        return path + "/" + product.ref().id() + "/" + comment + "/" + act;
    }

    private MvcTestResult post(String uri, String... parameters) {
        var request = mvc.post().uri(uri).with(csrf()).with(user(moderator.id().toString()));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private String text(String uri) {
        MvcTestResult result = mvc.get()
                .uri(URI.create(uri))
                .with(user(moderator.id().toString()))
                .exchange();
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
