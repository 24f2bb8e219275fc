package io.cohorte.inbox.web;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.inbox.EntryState;
import io.cohorte.inbox.EntryView;
import io.cohorte.inbox.HookQueries;
import io.cohorte.inbox.HookView;
import io.cohorte.inbox.InboxQueries;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Keyset;
import io.cohorte.web.Requires;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Compras: what providers reported, and what became of it. */
@Controller
@RequestMapping("/areas/{area}/purchases")
class InboxController {

    private final InboxQueries inbox;
    private final HookQueries hooks;
    private final ProductQueries products;
    private final EntryWords words;

    InboxController(InboxQueries inbox, HookQueries hooks, ProductQueries products, EntryWords words) {
        this.inbox = inbox;
        this.hooks = hooks;
        this.products = products;
        this.words = words;
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping
    String list(
            AreaPass area,
            InboxRequest asked,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Locale locale,
            Model model) {
        Keyset.Page<EntryView> page = inbox.page(asked.filter(area.id()), Keyset.Request.of(after, before));
        model.addAttribute("asked", asked);
        model.addAttribute("page", page);
        model.addAttribute("lines", words.lines(area, page.rows(), locale));
        model.addAttribute("states", EntryState.values());
        model.addAttribute("counts", inbox.counts(area.id()));
        model.addAttribute("events", events(area, locale));
        model.addAttribute("products", products.of(area.id()));
        HookView hook = hooks.of(area.id()).orElse(null);
        model.addAttribute("hook", hook);
        return "inbox/list";
    }

    private Map<String, String> events(AreaPass area, Locale locale) {
        Map<String, String> events = new LinkedHashMap<>();
        inbox.events(area.id()).forEach(it -> events.put(it, words.event(it, locale)));
        return events;
    }
}
