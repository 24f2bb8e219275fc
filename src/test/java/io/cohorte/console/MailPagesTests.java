package io.cohorte.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.cohorte.areas.Role;
import io.cohorte.mail.MailFilter;
import io.cohorte.mail.MailQueries;
import io.cohorte.mail.MailState;
import io.cohorte.mail.MailView;
import io.cohorte.shared.AccountId;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestProduct;
import io.cohorte.web.Keyset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What staff read of mail, and have sent again. */
@CohorteTest
@ExtendWith(OutputCaptureExtension.class)
class MailPagesTests {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MailQueries mail;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private Person support;
    private AccountId student;
    private String studentPage;
    private String mailPage;

    @BeforeEach
    void build() {
        product = world.product();
        support = world.staff(product.area(), Role.SUPPORT);
        student = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        studentPage = product.path() + "/members/" + student;
        mailPage = "/areas/" + product.area().slug() + "/mail";
    }

    @Test
    void resendsAccessToAStudentAndTellsItOnTheirPageAndInTheLog(CapturedOutput log) {
        assertThat(post(studentPage + "/access")).redirectedUrl().isEqualTo(studentPage);

        assertThat(log.getAll()).contains("ACTIVATION link of account " + student);
        assertThat(get(studentPage)).bodyText().contains("Acceso al producto", "En espera");
        assertThat(get(mailPage))
                .bodyText()
                .contains("Ana 1", "Acceso al producto", "aún no tiene un servidor de correo");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entries WHERE kind = 'AccessResent' AND subject_id = :id")
                        .param("id", student.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void filtersByStateAndPerson() {
        post(studentPage + "/access");

        assertThat(get(mailPage + "?state=GIVEN_UP")).bodyText().contains("Ningún correo coincide");
        assertThat(get(mailPage + "?q=Ana")).bodyText().contains("Para Ana 1").doesNotContain("Invitación al equipo");
        assertThat(get(mailPage + "?q=nadie+as%C3%AD")).bodyText().contains("Nadie del área coincide");
    }

    @Test
    void sendsAGivenUpMessageAgainAndKeepsThatItDid() {
        post(studentPage + "/access");
        MailView message = newest();
        String page = mailPage + "/" + message.cause() + "/" + student + "/ENROLLED";
        assertThat(get(page)).bodyText().doesNotContain("Reenviar</span>");

        jdbc.sql("UPDATE outbox SET state = 'GIVEN_UP', failure = '550 no such user' WHERE cause = :cause")
                .param("cause", message.cause())
                .update();
        assertThat(get(page)).bodyText().contains("550 no such user", "Reenviar</span>");
        assertThat(post(page + "/resend")).redirectedUrl().isEqualTo(page);

        assertThat(newest().state()).isEqualTo(MailState.WAITING);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entries WHERE kind = 'MessageResent' AND subject_id = :id")
                        .param("id", student.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private MailView newest() {
        return mail.page(new MailFilter(product.area().id(), null, student), Keyset.Request.of(null, null))
                .rows()
                .get(0);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(user(support.id().toString())).exchange();
    }

    private MvcTestResult post(String path) {
        return mvc.post()
                .uri(path)
                .with(csrf())
                .with(user(support.id().toString()))
                .exchange();
    }
}
