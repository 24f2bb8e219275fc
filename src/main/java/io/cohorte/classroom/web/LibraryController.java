package io.cohorte.classroom.web;

import io.cohorte.classroom.Library;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One's products, of whatever areas. */
@Controller
class LibraryController {

    private final Library library;

    LibraryController(Library library) {
        this.library = library;
    }

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/learn")
    String show(Visitor visitor, Model model) {
        model.addAttribute("shelf", library.of(visitor.account()));
        return "classroom/library";
    }
}
