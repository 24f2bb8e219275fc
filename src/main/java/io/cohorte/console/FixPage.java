package io.cohorte.console;

import io.cohorte.catalog.ProductView;
import io.cohorte.console.ContentFixController.Target;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.groups.AccessEffects;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The confirmation of a fix, and the way back to the explanation, where the verdict has turned. */
final class FixPage {

    private FixPage() {}

    /** @param effects null where nobody's pages change */
    static String show(
            ProductView product, Fix fix, UUID student, PageLine page, @Nullable AccessEffects effects, Model model) {
        model.addAttribute("fix", fix);
        model.addAttribute("student", student);
        model.addAttribute("page", page);
        model.addAttribute("effects", effects);
        model.addAttribute("product", product);
        return "console/fix";
    }

    static String back(AreaPass area, ProductView product, Fix fix, Target target, RedirectAttributes redirect) {
        Flash.say(redirect, fix.done());
        return explanation(area, product, target);
    }

    static String explanation(AreaPass area, ProductView product, Target target) {
        return base(area, product) + "?student=" + target.student() + "&page=" + target.page();
    }

    /** Back to the confirmation itself. */
    static String path(AreaPass area, ProductView product, Target target) {
        return base(area, product) + "/" + target.student() + "/" + target.page();
    }

    private static String base(AreaPass area, ProductView product) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/explain";
    }
}
