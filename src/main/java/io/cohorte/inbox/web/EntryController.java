package io.cohorte.inbox.web;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.inbox.Decision;
import io.cohorte.inbox.EntryView;
import io.cohorte.inbox.Inbox;
import io.cohorte.inbox.InboxQueries;
import io.cohorte.sales.PurchaseQueries;
import io.cohorte.sales.PurchaseView;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One thing a provider reported: as it came, what was decided about it, and what would be now. */
@Controller
@RequestMapping("/areas/{area}/purchases/{entry}")
class EntryController {

    private final InboxQueries entries;
    private final Inbox inbox;
    private final PurchaseQueries purchases;
    private final ProductQueries products;
    private final EntryWords words;

    EntryController(
            InboxQueries entries, Inbox inbox, PurchaseQueries purchases, ProductQueries products, EntryWords words) {
        this.entries = entries;
        this.inbox = inbox;
        this.purchases = purchases;
        this.products = products;
        this.words = words;
    }

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping
    String show(AreaPass area, @PathVariable UUID entry, Locale locale, Model model) {
        EntryView view = entries.get(area.id(), entry);
        model.addAttribute("line", words.lines(area, List.of(view), locale).get(0));
        model.addAttribute("body", entries.body(area.id(), entry));
        model.addAttribute("purchases", purchases(area, view));
        return "inbox/entry";
    }

    /** Works on it again. */
    @Requires(Permission.MANAGE)
    @PostMapping("/replay")
    String replay(AreaPass area, @PathVariable UUID entry, Visitor visitor, RedirectAttributes redirect) {
        inbox.replay(area.id(), entry, visitor.asActor());
        Flash.say(redirect, "inbox.flash.replayed");
        return page(area, entry);
    }

    /** Has the page show what {@link #replay} would do; nothing is changed. */
    @Requires(Permission.MANAGE)
    @PostMapping("/dry-run")
    String dryRun(AreaPass area, @PathVariable UUID entry, Locale locale, RedirectAttributes redirect) {
        List<Said> would = words.said(area, inbox.dryRun(area.id(), entry), locale);
        redirect.addFlashAttribute("would", new ArrayList<>(would));
        return page(area, entry);
    }

    private static String page(AreaPass area, UUID entry) {
        return "redirect:" + area.path() + "/purchases/" + entry;
    }

    /** The purchases it was about, each once. */
    private List<Bought> purchases(AreaPass area, EntryView entry) {
        Set<UUID> seen = new HashSet<>();
        List<Bought> found = new ArrayList<>();
        for (Decision decision : entry.decisions()) {
            if (decision.product() != null && decision.purchase() != null && seen.add(decision.purchase())) {
                found.add(bought(area, new ProductId(decision.product()), decision.purchase()));
            }
        }
        return found;
    }

    private Bought bought(AreaPass area, ProductId product, UUID purchase) {
        PurchaseView view = purchases.get(product, purchase);
        String path = area.path() + "/products/" + product + "/members/" + view.student();
        return new Bought(
                products.get(new ProductRef(area.id(), product)).name(), view, view.student() == null ? null : path);
    }
}
