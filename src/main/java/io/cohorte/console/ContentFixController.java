package io.cohorte.console;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.AccessRules;
import io.cohorte.access.Forecast;
import io.cohorte.access.StudentFacts.Place;
import io.cohorte.access.Subject;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.content.PagePasswords;
import io.cohorte.content.Pages;
import io.cohorte.groups.AccessEffects;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What editors of content can do so that somebody sees a page, each with what else it changes. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/explain/{student}/{page}")
class ContentFixController {

    private final AccessQueries access;
    private final AccessRules rules;
    private final Forecast forecast;
    private final ContentQueries content;
    private final Modules modules;
    private final Pages pages;
    private final PagePasswords passwords;

    ContentFixController(
            AccessQueries access,
            AccessRules rules,
            Forecast forecast,
            ContentQueries content,
            Modules modules,
            Pages pages,
            PagePasswords passwords) {
        this.access = access;
        this.rules = rules;
        this.forecast = forecast;
        this.content = content;
        this.modules = modules;
        this.pages = pages;
        this.passwords = passwords;
    }

    /** The page a fix is about, and for whom. */
    record Target(UUID student, UUID page) {

        AccountId account() {
            return new AccountId(student);
        }

        PageId pageId() {
            return new PageId(page);
        }
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/include")
    String confirmInclude(ProductView product, Target target, Model model) {
        GroupId group = group(product, target);
        Subject subject = new Subject.OfPage(target.pageId());
        AccessEffects effects = forecast.ofRules(
                product,
                subject,
                access.curriculum(product).page(target.pageId()).rules().including(group));
        return FixPage.show(product, Fix.INCLUDE, target.student(), page(product, target), effects, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/include")
    String include(AreaPass area, ProductView product, Target target, Visitor visitor, RedirectAttributes redirect) {
        rules.include(product.ref(), target.pageId(), group(product, target), visitor.asActor());
        return FixPage.back(area, product, Fix.INCLUDE, target, redirect);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/publish-page")
    String confirmPublishPage(ProductView product, Target target, Model model) {
        AccessEffects effects = forecast.ofPublishing(product, new Subject.OfPage(target.pageId()), true);
        return FixPage.show(product, Fix.PUBLISH_PAGE, target.student(), page(product, target), effects, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/publish-page")
    String publishPage(
            AreaPass area, ProductView product, Target target, Visitor visitor, RedirectAttributes redirect) {
        pages.publish(product.ref(), target.pageId(), visitor.asActor());
        return FixPage.back(area, product, Fix.PUBLISH_PAGE, target, redirect);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/publish-module")
    String confirmPublishModule(ProductView product, Target target, Model model) {
        ModuleId module = page(product, target).module();
        AccessEffects effects = forecast.ofPublishing(product, new Subject.OfModule(module), true);
        return FixPage.show(product, Fix.PUBLISH_MODULE, target.student(), page(product, target), effects, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/publish-module")
    String publishModule(
            AreaPass area, ProductView product, Target target, Visitor visitor, RedirectAttributes redirect) {
        modules.publish(product.ref(), page(product, target).module(), visitor.asActor());
        return FixPage.back(area, product, Fix.PUBLISH_MODULE, target, redirect);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/video")
    String confirmVideo(ProductView product, Target target, Model model) {
        return FixPage.show(product, Fix.VIDEO_ONLINE, target.student(), page(product, target), null, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/video")
    String video(AreaPass area, ProductView product, Target target, Visitor visitor, RedirectAttributes redirect) {
        pages.putVideoOnline(product.ref(), target.pageId(), visitor.asActor());
        return FixPage.back(area, product, Fix.VIDEO_ONLINE, target, redirect);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/password")
    String confirmPassword(ProductView product, Target target, Model model) {
        return FixPage.show(product, Fix.PASSWORD, target.student(), page(product, target), null, model);
    }

    /** With {@code remove}, the page asks for none from now on. */
    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/password")
    String password(
            AreaPass area,
            ProductView product,
            Target target,
            @RequestParam(defaultValue = "") String password,
            @RequestParam @Nullable String remove,
            Visitor visitor,
            Model model,
            RedirectAttributes redirect) {
        try {
            if (remove == null) {
                passwords.set(product.ref(), target.pageId(), password, visitor.asActor());
            } else {
                passwords.remove(product.ref(), target.pageId(), visitor.asActor());
            }
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
            return FixPage.path(area, product, target) + "/password";
        }
        Flash.say(redirect, remove == null ? "console.fixed.password" : "console.fixed.password-removed");
        return FixPage.explanation(area, product, target);
    }

    private GroupId group(ProductView product, Target target) {
        return Optional.ofNullable(
                        access.student(product.ref(), target.account()).place())
                .map(Place::group)
                .orElseThrow(() -> new NotFound("student"));
    }

    private PageLine page(ProductView product, Target target) {
        return content.outline(product.ref().id()).page(target.pageId()).orElseThrow(() -> new NotFound("page"));
    }
}
