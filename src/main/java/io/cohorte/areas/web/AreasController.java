package io.cohorte.areas.web;

import io.cohorte.areas.AreaQueries;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** My areas: where somebody lands after signing in. */
@Controller
class AreasController {

    private final AreaQueries areas;

    AreasController(AreaQueries areas) {
        this.areas = areas;
    }

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/areas")
    String mine(Visitor visitor, Model model) {
        model.addAttribute("areas", areas.areasOf(visitor.account()));
        return "areas/list";
    }
}
