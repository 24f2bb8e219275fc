package io.cohorte.console;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.Memberships;
import io.cohorte.groups.StudentQueries;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bloquear and Desbloquear on the page of one student. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/members/{student}")
class BlockController {

    private final StudentQueries students;
    private final Memberships memberships;

    BlockController(StudentQueries students, Memberships memberships) {
        this.students = students;
        this.memberships = memberships;
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/block")
    String confirm(ProductView product, @PathVariable UUID student, Model model) {
        model.addAttribute("student", students.get(product.ref(), new AccountId(student)));
        model.addAttribute("product", product);
        return "console/student-block";
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/block")
    String block(
            AreaPass area,
            ProductView product,
            @PathVariable UUID student,
            Visitor visitor,
            RedirectAttributes redirect) {
        StudentView view = students.get(product.ref(), new AccountId(student));
        memberships.block(product.ref(), view.student(), visitor.asActor());
        Flash.say(redirect, "console.flash.blocked", view.name());
        return StudentController.page(area, product, student);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/unblock")
    String unblock(
            AreaPass area,
            ProductView product,
            @PathVariable UUID student,
            Visitor visitor,
            RedirectAttributes redirect) {
        StudentView view = students.get(product.ref(), new AccountId(student));
        memberships.unblock(product.ref(), view.student(), visitor.asActor());
        Flash.say(redirect, "console.flash.unblocked", view.name());
        return StudentController.page(area, product, student);
    }
}
