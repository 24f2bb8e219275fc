package io.cohorte.classroom.web;

import io.cohorte.classroom.StudentGrants;
import io.cohorte.classroom.StudentProducts;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which somebody sees what they bought or were given, and until when. */
@Controller
class StudentAccessController {

    private final StudentProducts products;
    private final StudentGrants grants;

    StudentAccessController(StudentProducts products, StudentGrants grants) {
        this.products = products;
        this.grants = grants;
    }

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/learn/access")
    String list(Visitor visitor, Model model) {
        model.addAttribute("products", products.of(visitor.account()));
        model.addAttribute("granted", grants.of(visitor.account()));
        return "classroom/access";
    }
}
