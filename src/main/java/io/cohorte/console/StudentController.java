package io.cohorte.console;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.StudentQueries;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.mail.MailQueries;
import io.cohorte.sales.Purchases;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One student of a product: present group, grants, deeds, history, and what staff do for one person. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/members/{student}")
class StudentController {

    private static final int NEWEST_MAILS = 5;

    private final StudentQueries students;
    private final GroupQueries groups;
    private final Memberships memberships;
    private final MailQueries mail;
    private final StudentDeeds deeds;
    private final StudentReasons reasons;
    private final Purchases purchases;

    StudentController(
            StudentQueries students,
            GroupQueries groups,
            Memberships memberships,
            MailQueries mail,
            StudentDeeds deeds,
            StudentReasons reasons,
            Purchases purchases) {
        this.students = students;
        this.groups = groups;
        this.memberships = memberships;
        this.mail = mail;
        this.deeds = deeds;
        this.reasons = reasons;
        this.purchases = purchases;
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping
    String show(AreaPass area, ProductView product, @PathVariable UUID student, Model model) {
        StudentView view = students.get(product.ref(), new AccountId(student));
        model.addAttribute("student", view);
        model.addAttribute("reasons", reasons.of(product, view));
        model.addAttribute("mails", mail.newest(area.id(), view.student(), NEWEST_MAILS));
        model.addAttribute("deeds", deeds.of(product, view.student(), view.group()));
        model.addAttribute("groups", groups.choices(product.ref().id()));
        model.addAttribute("manages", area.allows(Permission.MANAGE));
        model.addAttribute("product", product);
        return "console/student";
    }

    @Requires(Permission.SERVE_STUDENTS)
    @PostMapping("/access")
    String resendAccess(
            AreaPass area,
            ProductView product,
            @PathVariable UUID student,
            Visitor visitor,
            RedirectAttributes redirect) {
        StudentView view = students.get(product.ref(), new AccountId(student));
        try {
            memberships.resendAccess(product.ref(), view.student(), visitor.asActor());
            Flash.say(redirect, "console.flash.access-resent", view.name());
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
        }
        return page(area, product, student);
    }

    /** Notes that somebody has looked at what a purchase of theirs asks for. */
    @Requires(Permission.SERVE_STUDENTS)
    @PostMapping("/looked")
    String looked(
            AreaPass area,
            ProductView product,
            @PathVariable UUID student,
            @RequestParam UUID purchase,
            Visitor visitor,
            RedirectAttributes redirect) {
        StudentView view = students.get(product.ref(), new AccountId(student));
        purchases.looked(product.ref(), purchase, visitor.asActor());
        Flash.say(redirect, "console.flash.looked", view.name());
        return page(area, product, student);
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/remove")
    String confirmRemoval(ProductView product, @PathVariable UUID student, Model model) {
        StudentView view = students.get(product.ref(), new AccountId(student));
        model.addAttribute("student", view);
        model.addAttribute("grants", students.grants(product.ref().id(), view.student()));
        model.addAttribute("product", product);
        return "console/student-remove";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/remove")
    String remove(
            AreaPass area,
            ProductView product,
            @PathVariable UUID student,
            Visitor visitor,
            RedirectAttributes redirect) {
        StudentView view = students.get(product.ref(), new AccountId(student));
        memberships.remove(product.ref(), view.student(), visitor.asActor());
        Flash.say(redirect, "console.flash.removed", view.name());
        return page(area, product, student);
    }

    /** Back to the page of the student. */
    static String page(AreaPass area, ProductView product, UUID student) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/members/" + student;
    }
}
