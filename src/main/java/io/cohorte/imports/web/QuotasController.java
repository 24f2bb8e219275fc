package io.cohorte.imports.web;

import io.cohorte.imports.Quota;
import io.cohorte.imports.QuotaQueries;
import io.cohorte.imports.QuotaQueries.AreaQuota;
import io.cohorte.imports.Quotas;
import io.cohorte.shared.Permission;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Keyset;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How many students each area may import: for the operator, who need hold no role there. That is why these pages do not
 * lie below the area, where only its staff may go.
 */
@Controller
@RequestMapping("/quotas")
class QuotasController {

    private final QuotaQueries existing;
    private final Quotas quotas;

    QuotasController(QuotaQueries existing, Quotas quotas) {
        this.existing = existing;
        this.quotas = quotas;
    }

    /** @param base as it was typed; means something only where there is a limit */
    record QuotaForm(
            @NotNull Boolean limited,
            @Nullable String base,
            @NotNull Long version) {

        static QuotaForm of(Quota quota) {
            return new QuotaForm(
                    !quota.unlimited(), quota.base() == null ? "" : quota.base().toString(), quota.version());
        }

        @Nullable
        Integer read() {
            return limited ? Integer.valueOf(Quota.readBase(base == null ? "" : base)) : null;
        }
    }

    @Requires(Permission.OPERATE)
    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        model.addAttribute("page", existing.page(q, Keyset.Request.of(after, before)));
        model.addAttribute("q", q);
        return "imports/quotas";
    }

    @Requires(Permission.OPERATE)
    @GetMapping("/{slug}")
    String edit(@PathVariable String slug, Model model) {
        AreaQuota area = existing.ofArea(slug);
        return page(area, QuotaForm.of(area.quota()), model);
    }

    @Requires(Permission.OPERATE)
    @PostMapping("/{slug}")
    String edit(
            @PathVariable String slug,
            Visitor visitor,
            @Valid @ModelAttribute("form") QuotaForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        AreaQuota area = existing.ofArea(slug);
        boolean done =
                Forms.submit(errors, () -> quotas.set(area.area(), form.read(), form.version(), visitor.asActor()));
        if (!done) {
            return page(existing.ofArea(slug), form, model);
        }
        Flash.say(redirect, "imports.flash.quota-set", area.name());
        return "redirect:/quotas";
    }

    private static String page(AreaQuota area, QuotaForm form, Model model) {
        model.addAttribute("area", area);
        model.addAttribute("form", form);
        return "imports/quota-edit";
    }
}
