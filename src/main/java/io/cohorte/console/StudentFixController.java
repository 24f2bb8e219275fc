package io.cohorte.console;

import io.cohorte.access.Forecast;
import io.cohorte.catalog.ProductView;
import io.cohorte.console.ContentFixController.Target;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff can do for a student so that they see a page: unblock, send the access mail again. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/explain/{student}/{page}")
class StudentFixController {

    private final Memberships memberships;
    private final Forecast forecast;
    private final ContentQueries content;

    StudentFixController(Memberships memberships, Forecast forecast, ContentQueries content) {
        this.memberships = memberships;
        this.forecast = forecast;
        this.content = content;
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/unblock")
    String confirmUnblock(ProductView product, Target target, Model model) {
        return FixPage.show(
                product,
                Fix.UNBLOCK,
                target.student(),
                page(product, target),
                forecast.ofUnblocking(product, target.account()),
                model);
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/unblock")
    String unblock(AreaPass area, ProductView product, Target target, Visitor visitor, RedirectAttributes redirect) {
        memberships.unblock(product.ref(), target.account(), visitor.asActor());
        return FixPage.back(area, product, Fix.UNBLOCK, target, redirect);
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping("/resend")
    String confirmResend(ProductView product, Target target, Model model) {
        return FixPage.show(product, Fix.RESEND, target.student(), page(product, target), null, model);
    }

    @Requires(Permission.SERVE_STUDENTS)
    @PostMapping("/resend")
    String resend(AreaPass area, ProductView product, Target target, Visitor visitor, RedirectAttributes redirect) {
        try {
            memberships.resendAccess(product.ref(), target.account(), visitor.asActor());
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
            return FixPage.explanation(area, product, target);
        }
        return FixPage.back(area, product, Fix.RESEND, target, redirect);
    }

    private PageLine page(ProductView product, Target target) {
        return content.outline(product.ref().id()).page(target.pageId()).orElseThrow(() -> new NotFound("page"));
    }
}
