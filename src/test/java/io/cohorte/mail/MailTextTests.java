package io.cohorte.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.AreaDescription;
import io.cohorte.areas.AreaQueries;
import io.cohorte.areas.AreaQueries.AreaView;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.areas.Colour;
import io.cohorte.areas.MailSignature;
import io.cohorte.areas.Role;
import io.cohorte.groups.EnrolledMail;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.Ids;
import io.cohorte.shared.Language;
import io.cohorte.shared.PlainText;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.Person;
import io.cohorte.support.World.TestArea;
import io.cohorte.support.World.TestProduct;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What mails say, to whom and in whose name, as a mail server gets them. */
@CohorteTest
class MailTextTests {

    private static final Pattern TOKEN = Pattern.compile("/activate/([A-Za-z0-9_-]{43})");

    @RegisterExtension
    static final GreenMailExtension SMTP = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @Autowired
    BeanFactory program;

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    Areas areas;

    @Autowired
    AreaQueries areaQueries;

    @Autowired
    Memberships memberships;

    @Autowired
    Outbox outbox;

    @Autowired
    MailQueries queries;

    private MailBench bench;

    @BeforeEach
    void build() {
        bench = new MailBench(program);
        bench.clear();
    }

    @AfterEach
    void clear() {
        bench.clear();
    }

    @Test
    void invitesStudentsToActivateTheirAccountAndTellsOthersWhereToSignIn() throws Exception {
        TestProduct product = world.product();
        AccountId fresh =
                world.students(product, product.firstGroup(), "Ana", 1).get(0);
        Person known = world.person();
        areas.nameAll(product.area().id(), List.of(new NamedPerson(known.id(), "Bruno")));
        world.enrol(product, product.firstGroup(), List.of(known.id()));
        Mailing mailing = enrolled(product, List.of(fresh, known.id()), false);

        assertThat(outbox.queueAll(mailing)).isEqualTo(2);
        assertThat(outbox.queueAll(mailing))
                .as("never twice for the same reason")
                .isZero();
        send();

        MimeMessage first = to(bench.addressOf(fresh));
        assertThat(first.getSubject()).startsWith("Activa tu cuenta");
        assertThat(text(first)).contains("Hola, Ana 1:").containsPattern(TOKEN);
        assertThat(html(first)).contains("Hola, Ana 1:").containsPattern(TOKEN);
        MimeMessage second = to(known.email());
        assertThat(second.getSubject()).startsWith("Ya tienes acceso a Curso");
        assertThat(text(second)).contains("Hola, Bruno:").doesNotContainPattern(TOKEN);
        assertThat(queries.ofCause(mailing.cause()))
                .containsEntry(MailState.SENT, 2L)
                .hasSize(1);
    }

    @Test
    void makesTheTokenWhenTheMailLeavesAndKeepsItMaskedAlone() throws Exception {
        TestArea area = world.area();
        AccountId account = bench.newcomer();
        Letter letter = Letter.of("ACTIVATION", area.id(), account);
        outbox.queueAll(new Mailing(letter.kind(), area.id(), null, letter.cause(), List.of(account), false));
        assertThat(bench.linksOf(account)).isZero();

        send();

        assertThat(bench.linksOf(account)).isEqualTo(1);
        var token = TOKEN.matcher(text(to(bench.addressOf(account))));
        assertThat(token.find()).isTrue();
        assertThat(queries.bodies(letter.key())).singleElement().satisfies(it -> {
            assertThat(it.body()).contains("/activate/••••••••").doesNotContain(token.group(1));
            assertThat(it.address()).isEqualTo(bench.addressOf(account));
        });
    }

    @Test
    void sendsNothingToWhoeverLostAccessMeanwhile() {
        TestProduct product = world.product();
        List<AccountId> students = world.students(product, product.firstGroup(), "Ana", 3);
        Mailing mailing = enrolled(product, students, false);
        outbox.queueAll(mailing);
        memberships.remove(product.ref(), students.get(0), product.owner());
        memberships.block(product.ref(), students.get(1), product.owner());

        send();

        assertThat(SMTP.getReceivedMessages()).hasSize(1);
        assertThat(queries.ofCause(mailing.cause()))
                .containsEntry(MailState.SENT, 1L)
                .containsEntry(MailState.WITHDRAWN, 2L);
    }

    @Test
    void holdsAMailingUntilItIsReleasedAndTakesBackWhatIsNotSent() {
        TestProduct product = world.product();
        List<AccountId> students = world.students(product, product.firstGroup(), "Ana", 3);
        Mailing mailing = enrolled(product, students, true);
        outbox.queueAll(mailing);

        send();
        assertThat(SMTP.getReceivedMessages()).isEmpty();

        assertThat(outbox.withdrawAll(mailing.cause(), students.subList(0, 1))).isEqualTo(1);
        assertThat(outbox.releaseAll(mailing.cause())).isEqualTo(2);
        send();
        assertThat(SMTP.getReceivedMessages()).hasSize(2);
        assertThat(outbox.withdrawAll(mailing.cause(), students))
                .as("what is sent is sent")
                .isZero();
    }

    @Test
    void speaksTheLanguageOfTheAccountElseThatOfTheArea() throws Exception {
        TestArea area = world.area();
        describe(area, Language.PT, MailSignature.PLAIN);
        Person english = world.staff(area, Role.SUPPORT);
        Person unsaid = world.staff(area, Role.SUPPORT);
        accounts.chooseLanguage(english.id(), Language.EN);

        send();

        assertThat(to(english.email()).getSubject()).startsWith("You’re on the team of");
        assertThat(to(unsaid.email()).getSubject()).startsWith("Você faz parte da equipe de");
        assertThat(to(unsaid.email()).getHeader("Content-Language")).containsExactly("pt");
        assertThat(html(to(unsaid.email()))).contains("lang=\"pt\"");
    }

    @Test
    void comesFromTheOperatorsAddressInTheAreasNameAndColour() throws Exception {
        TestArea area = world.area();
        describe(area, Language.ES, new MailSignature("Olga de la Academia", EmailAddress.of("olga@academia.example")));
        Person person = world.staff(area, Role.SUPPORT);

        send();

        MimeMessage mail = to(person.email());
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Olga de la Academia");
        assertThat(from.getAddress()).isEqualTo("no-reply@localhost");
        assertThat(mail.getReplyTo()).extracting(Object::toString).containsExactly("olga@academia.example");
        assertThat(html(mail)).contains("background-color:#7a1fa2");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void tellsWhatConcernsAnAccountInTheNameOfItsOnlyArea() throws Exception {
        TestArea area = world.area();
        AccountId account = bench.newcomer();
        areas.nameAll(area.id(), List.of(new NamedPerson(account, "Ana")));

        outbox.queue(Letter.of("ACTIVATION", account));
        send();
        areas.nameAll(world.area().id(), List.of(new NamedPerson(account, "Ana")));
        outbox.queue(Letter.of("ACTIVATION", account));
        send();

        assertThat(SMTP.getReceivedMessages())
                .extracting(it -> ((InternetAddress) it.getFrom()[0]).getPersonal())
                .containsExactly("Academia " + area.slug(), "Cohorte");
    }

    @Test
    void asksForAnotherAddressAtThatAddress() throws Exception {
        AccountId account = bench.newcomer();

        outbox.queue(Letter.of("ADDRESS_CHANGE", account).to("otra@correo.example"));
        send();

        assertThat(text(to("otra@correo.example"))).contains("otra@correo.example", "/address/", "vale 24 horas");
        assertThat(bench.addressesKeptFor(account)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana\r\nBcc: mala@correo.example",
                "Ana\nSubject: otra",
                "Ana\u2028Bcc: mala@correo.example",
                "<script>alert(1)</script>",
                "{{7*7}} ${7*7} #{7*7} [[${7*7}]] __${7*7}__",
                "\"><img src=x onerror=alert(1)>",
                "{0} {1} '{2}'",
                "🎓🎓🎓",
                "A"
            })
    void takesNameForNothingButAName(String name) throws Exception {
        TestProduct product = world.product();
        AccountId student = bench.newcomer();
        areas.nameAll(product.area().id(), List.of(new NamedPerson(student, name)));
        world.enrol(product, product.firstGroup(), List.of(student));
        AreaView area = areaQueries.get(product.area().id());
        AreaDescription is = area.description();
        String tidy = PlainText.tidy(name);
        areas.describe(
                product.area().id(),
                new AreaDescription(
                        tidy, is.slug(), is.language(), is.zone(), is.colour(), MailSignature.of(name, null)),
                area.version(),
                product.owner());
        outbox.queueAll(enrolled(product, List.of(student), false));

        send();

        MimeMessage mail = to(bench.addressOf(student));
        List<String> headers = Collections.list(mail.getAllHeaders()).stream()
                .map(it -> it.getName())
                .toList();
        assertThat(headers)
                .contains("From", "To", "Subject", "Message-ID", "Date", "MIME-Version")
                .doesNotContain("Bcc", "bcc", "Cc")
                .doesNotHaveDuplicates();
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo(MimeMail.header(name));
        assertThat(text(mail)).contains("Hola, " + tidy + ":");
        assertThat(html(mail)).doesNotContain("<script", "<img").contains(escaped(tidy));
    }

    @Test
    void needsNothingFromElsewhereToBeRead() throws Exception {
        bench.queue(world.area(), bench.newcomer());

        send();

        assertThat(html(SMTP.getReceivedMessages()[0])).doesNotContain("<img", "<link", "@import", "url(", "src=");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private Mailing enrolled(TestProduct product, List<AccountId> students, boolean held) {
        return new Mailing(EnrolledMail.KIND, product.area().id(), product.ref().id(), Ids.next(), students, held);
    }

    private void describe(TestArea area, Language language, MailSignature signature) {
        AreaView view = areaQueries.get(area.id());
        AreaDescription is = view.description();
        areas.describe(
                area.id(),
                new AreaDescription(is.name(), is.slug(), language, is.zone(), new Colour("#7a1fa2"), signature),
                view.version(),
                Actor.person(area.owner().id()));
    }

    private void send() {
        JavaMailSenderImpl settings = new JavaMailSenderImpl();
        settings.setHost("127.0.0.1");
        settings.setPort(SMTP.getSmtp().getPort());
        bench.send(settings);
    }

    private static MimeMessage to(String address) throws Exception {
        for (MimeMessage mail : SMTP.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                return mail;
            }
        }
        throw new AssertionError("nothing was sent to " + address);
    }

    private static String text(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        return ((Multipart) mail.getContent()).getBodyPart(number).getContent().toString();
    }
}
