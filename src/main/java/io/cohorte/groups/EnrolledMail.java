package io.cohorte.groups;

import io.cohorte.accounts.ActivationLinks;
import io.cohorte.areas.AreaDescription;
import io.cohorte.areas.AreaQueries;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.mail.Letter;
import io.cohorte.mail.Message;
import io.cohorte.mail.MessageWriter;
import io.cohorte.mail.Outbox;
import io.cohorte.mail.SecretLink;
import io.cohorte.mail.Wording;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.BaseUrl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The mail that tells students they were enrolled in a product: with a link to activate the account or, where that has a
 * password, one to sign in. Which of the two is decided when it is sent. Whoever has lost access by then gets none.
 */
@Component
public class EnrolledMail implements MessageWriter {

    /** The kind it is queued under, with area and product. */
    public static final String KIND = "ENROLLED";

    private final Outbox outbox;
    private final StudentQueries students;
    private final ProductQueries products;
    private final AreaQueries areas;
    private final ActivationLinks links;
    private final BaseUrl baseUrl;

    EnrolledMail(
            Outbox outbox,
            StudentQueries students,
            ProductQueries products,
            AreaQueries areas,
            ActivationLinks links,
            BaseUrl baseUrl) {
        this.outbox = outbox;
        this.students = students;
        this.products = products;
        this.areas = areas;
        this.links = links;
        this.baseUrl = baseUrl;
    }

    /** Has it sent to one student, before everything queued set-wise. */
    void send(ProductRef product, AccountId student) {
        outbox.queue(new Letter(KIND, product.area(), product.id(), Ids.next(), student, null));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Optional<Wording> write(Message message) {
        if (message.product() == null) {
            return Optional.empty();
        }
        ProductView product = products.get(message.product());
        return student(product.ref(), message.account())
                .filter(it -> it.in() && it.blockedAt() == null)
                .map(it -> wording(product, it));
    }

    private Optional<StudentView> student(ProductRef product, AccountId student) {
        try {
            return Optional.of(students.get(product, student));
        } catch (NotFound undone) {
            return Optional.empty();
        }
    }

    private Wording wording(ProductView product, StudentView student) {
        AreaDescription area = areas.get(product.ref().area()).description();
        List<Object> arguments = List.of(student.name(), product.name(), area.name());
        return links.make(student.student(), product.ref().id())
                .map(it -> new Wording("groups.mail.enrolled-new", arguments, it))
                .orElseGet(() -> new Wording("groups.mail.enrolled", arguments, classroom(area, product)));
    }

    /** Its students' side of the product, by way of the sign-in. */
    private SecretLink classroom(AreaDescription area, ProductView product) {
        return SecretLink.open(
                KIND, baseUrl.link("/learn/" + area.slug() + "/" + product.ref().id()));
    }
}
