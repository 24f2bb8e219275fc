package io.cohorte.inbox.web;

import io.cohorte.inbox.HookQueries;
import io.cohorte.inbox.HookView;
import io.cohorte.inbox.Hooks;
import io.cohorte.inbox.InboxQueries;
import io.cohorte.shared.Permission;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where Hotmart reports an area's purchases to, and the secret it shows. */
@Controller
@RequestMapping("/areas/{area}/purchases/hook")
class HookController {

    private final Hooks hooks;
    private final HookQueries queries;
    private final InboxQueries inbox;

    HookController(Hooks hooks, HookQueries queries, InboxQueries inbox) {
        this.hooks = hooks;
        this.queries = queries;
        this.inbox = inbox;
    }

    /** @param token never shown again once it was typed */
    record TokenForm(@NotBlank String token, @NotNull Long version) {}

    /** @param version of the hook that was seen */
    record Seen(@Nullable Long version) {

        long opened() {
            return version == null ? -1 : version;
        }
    }

    @Requires(Permission.OWN_AREA)
    @GetMapping
    String show(AreaPass area, Model model) {
        HookView hook = queries.of(area.id()).orElse(null);
        return page(area, hook, new TokenForm("", hook == null ? 0 : hook.version()), model);
    }

    private String page(AreaPass area, @Nullable HookView hook, TokenForm form, Model model) {
        model.addAttribute("hook", hook);
        model.addAttribute("form", form);
        model.addAttribute("outOfReach", queries.isOutOfReach());
        model.addAttribute("newest", inbox.newest(area.id()).orElse(null));
        return "inbox/hook";
    }

    @Requires(Permission.OWN_AREA)
    @PostMapping
    String open(AreaPass area, Visitor visitor, RedirectAttributes redirect) {
        hooks.open(area.id(), visitor.asActor());
        Flash.say(redirect, "inbox.flash.opened");
        return back(area);
    }

    @Requires(Permission.OWN_AREA)
    @PostMapping("/token")
    String setToken(
            AreaPass area,
            Visitor visitor,
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        boolean done =
                Forms.submit(errors, () -> hooks.setToken(area.id(), form.token(), form.version(), visitor.asActor()));
        if (!done) {
            return page(area, queries.of(area.id()).orElse(null), form, model);
        }
        Flash.say(redirect, "inbox.flash.token-set");
        return back(area);
    }

    @Requires(Permission.OWN_AREA)
    @PostMapping("/token/remove")
    String removeToken(AreaPass area, Seen seen, Visitor visitor, RedirectAttributes redirect) {
        return act(
                area,
                redirect,
                "inbox.flash.token-removed",
                () -> hooks.removeToken(area.id(), seen.opened(), visitor.asActor()));
    }

    @Requires(Permission.OWN_AREA)
    @GetMapping("/move")
    String confirmMove(AreaPass area, Model model) {
        Optional<HookView> hook = queries.of(area.id());
        if (hook.isEmpty()) {
            return back(area);
        }
        model.addAttribute("hook", hook.get());
        return "inbox/hook-move";
    }

    @Requires(Permission.OWN_AREA)
    @PostMapping("/move")
    String move(AreaPass area, Seen seen, Visitor visitor, RedirectAttributes redirect) {
        return act(area, redirect, "inbox.flash.moved", () -> hooks.move(area.id(), seen.opened(), visitor.asActor()));
    }

    @Requires(Permission.OWN_AREA)
    @PostMapping("/pause")
    String pause(AreaPass area, Visitor visitor, RedirectAttributes redirect) {
        return act(area, redirect, "inbox.flash.paused", () -> hooks.pause(area.id(), visitor.asActor()));
    }

    @Requires(Permission.OWN_AREA)
    @PostMapping("/resume")
    String resume(AreaPass area, Visitor visitor, RedirectAttributes redirect) {
        return act(area, redirect, "inbox.flash.resumed", () -> hooks.resume(area.id(), visitor.asActor()));
    }

    private static String act(AreaPass area, RedirectAttributes redirect, String said, Runnable command) {
        try {
            command.run();
            Flash.say(redirect, said);
        } catch (RuleViolation broken) {
            Flash.warn(redirect, broken);
        }
        return back(area);
    }

    private static String back(AreaPass area) {
        return "redirect:" + area.path() + "/purchases/hook";
    }
}
