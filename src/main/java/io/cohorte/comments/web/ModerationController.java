package io.cohorte.comments.web;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.comments.CommentDigests;
import io.cohorte.comments.CommentId;
import io.cohorte.comments.CommentState;
import io.cohorte.comments.Moderation;
import io.cohorte.comments.ModerationQueries;
import io.cohorte.comments.ModerationQueries.GroupOfComments;
import io.cohorte.comments.NothingToUndo;
import io.cohorte.comments.QueueEntry;
import io.cohorte.comments.QueueFilter;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Keyset;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Comentarios: what people write in the products of an area, and what waits for moderators. */
@Controller
@RequestMapping("/areas/{area}/comments")
class ModerationController {

    private final ModerationQueries queue;
    private final Moderation moderation;
    private final CommentDigests digests;
    private final ProductQueries products;

    ModerationController(
            ModerationQueries queue, Moderation moderation, CommentDigests digests, ProductQueries products) {
        this.queue = queue;
        this.moderation = moderation;
        this.digests = digests;
        this.products = products;
    }

    /** What was done to a comment, with the way to undo it. */
    record Done(String path, String state, String name) implements Serializable {}

    @Requires(Permission.MODERATE)
    @GetMapping
    String list(
            AreaPass area,
            Visitor visitor,
            QueueRequest request,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        List<GroupOfComments> groups =
                request.inProduct() == null ? List.of() : queue.groups(new ProductId(request.inProduct()));
        QueueRequest asked = request.amongst(groups);
        QueueFilter filter = asked.filter();
        Keyset.Page<QueueEntry> page =
                queue.page(area.id(), filter, Keyset.Request.of(after, before), visitor.account());
        if (page.rows().isEmpty() && (after != null || before != null)) {
            // Whatever stood on this page was dealt with meanwhile: the list begins anew.
            page = queue.page(area.id(), filter, Keyset.Request.FIRST, visitor.account());
        }
        model.addAttribute("page", page);
        model.addAttribute("waiting", queue.waiting(area.id()));
        model.addAttribute("asked", asked);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", QueueFilter.Kind.values());
        model.addAttribute("products", products.of(area.id()));
        model.addAttribute("groups", groups);
        model.addAttribute("mailed", digests.isWanted(area.id(), visitor.account()));
        return "comments/queue";
    }

    @Requires(Permission.MODERATE)
    @PostMapping("/{product}/{comment}/approve")
    String approve(
            AreaPass area,
            @PathVariable UUID product,
            @PathVariable UUID comment,
            QueueRequest asked,
            Visitor visitor,
            RedirectAttributes redirect) {
        QueueEntry entry = entry(area, product, comment, visitor);
        moderation.approve(entry.product(), entry.comment().id(), visitor.asActor());
        return done(area, entry, CommentState.APPROVED, asked, redirect);
    }

    @Requires(Permission.MODERATE)
    @PostMapping("/{product}/{comment}/hide")
    String hide(
            AreaPass area,
            @PathVariable UUID product,
            @PathVariable UUID comment,
            QueueRequest asked,
            Visitor visitor,
            RedirectAttributes redirect) {
        QueueEntry entry = entry(area, product, comment, visitor);
        moderation.hide(entry.product(), entry.comment().id(), visitor.asActor());
        return done(area, entry, CommentState.HIDDEN, asked, redirect);
    }

    @Requires(Permission.MODERATE)
    @PostMapping("/{product}/{comment}/spam")
    String markAsSpam(
            AreaPass area,
            @PathVariable UUID product,
            @PathVariable UUID comment,
            QueueRequest asked,
            Visitor visitor,
            RedirectAttributes redirect) {
        QueueEntry entry = entry(area, product, comment, visitor);
        moderation.markAsSpam(entry.product(), entry.comment().id(), visitor.asActor());
        return done(area, entry, CommentState.SPAM, asked, redirect);
    }

    private String done(
            AreaPass area, QueueEntry entry, CommentState state, QueueRequest asked, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", new Done(path(area, entry), state.name(), name(entry)));
        return "redirect:" + asked.path(area);
    }

    @Requires(Permission.MODERATE)
    @PostMapping("/{product}/{comment}/undo")
    String undo(
            AreaPass area,
            @PathVariable UUID product,
            @PathVariable UUID comment,
            @RequestParam @Nullable CommentState state,
            QueueRequest asked,
            Visitor visitor,
            RedirectAttributes redirect) {
        QueueEntry entry = entry(area, product, comment, visitor);
        if (state == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        try {
            moderation.undo(entry.product(), entry.comment().id(), state, visitor.asActor());
            say(redirect, new Flash("comments.flash.undone", true, List.of(name(entry))));
        } catch (NothingToUndo changed) {
            say(redirect, Flash.of(changed));
        }
        return "redirect:" + asked.path(area);
    }

    /** Told within the list, which may be all of the page that is drawn anew. */
    private static void say(RedirectAttributes redirect, Flash said) {
        redirect.addFlashAttribute("said", said);
    }

    @Requires(Permission.MODERATE)
    @PostMapping("/mail")
    String chooseMail(
            AreaPass area,
            @RequestParam(defaultValue = "false") boolean wanted,
            QueueRequest asked,
            Visitor visitor,
            RedirectAttributes redirect) {
        digests.choose(area.id(), visitor.account(), wanted);
        Flash.say(redirect, wanted ? "comments.flash.mail-on" : "comments.flash.mail-off");
        return "redirect:" + asked.path(area);
    }

    private QueueEntry entry(AreaPass area, UUID product, UUID comment, Visitor visitor) {
        ProductRef ref = new ProductRef(area.id(), new ProductId(product));
        return queue.get(ref, new CommentId(comment), visitor.account());
    }

    private static String path(AreaPass area, QueueEntry entry) {
        return area.path() + "/comments/" + entry.product().id() + "/"
                + entry.comment().id();
    }

    private static String name(QueueEntry entry) {
        return Objects.requireNonNullElse(entry.comment().authorName(), "");
    }
}
