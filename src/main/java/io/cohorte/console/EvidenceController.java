package io.cohorte.console;

import io.cohorte.accounts.AccountQueries;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.StudentQueries;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.mail.MailQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductId;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Requires;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What is known of a student's enrolment and use of a product, on one page to print: for a dispute (product.md part 3,
 * 5). It is drawn up of what lies in the history; nothing is kept of it.
 */
@Controller
class EvidenceController {

    private static final int MOST_MAILS = 200;
    private static final int MOST_SIGN_INS = 500;

    private final StudentQueries students;
    private final StudentReasons reasons;
    private final StudentDeeds deeds;
    private final MailQueries mail;
    private final AccountQueries accounts;
    private final Clock clock;

    EvidenceController(
            StudentQueries students,
            StudentReasons reasons,
            StudentDeeds deeds,
            MailQueries mail,
            AccountQueries accounts,
            Clock clock) {
        this.students = students;
        this.reasons = reasons;
        this.deeds = deeds;
        this.mail = mail;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping("/areas/{area}/products/{product}/members/{student}/evidence")
    String show(AreaPass area, ProductView product, @PathVariable UUID student, Model model) {
        StudentView view = students.get(product.ref(), new AccountId(student));
        ProductId id = product.ref().id();
        model.addAttribute("student", view);
        model.addAttribute("reasons", reasons.of(product, view));
        model.addAttribute("mails", mail.about(area.id(), id, view.student(), MOST_MAILS));
        model.addAttribute("mostMails", MOST_MAILS);
        model.addAttribute("signIns", accounts.signIns(view.student(), view.joinedAt(), MOST_SIGN_INS));
        model.addAttribute("mostSignIns", MOST_SIGN_INS);
        model.addAttribute("deeds", deeds.of(product, view.student(), view.group()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("product", product);
        return "console/evidence";
    }
}
