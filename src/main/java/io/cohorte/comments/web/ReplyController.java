package io.cohorte.comments.web;

import io.cohorte.comments.CommentId;
import io.cohorte.comments.Comments;
import io.cohorte.comments.ModerationQueries;
import io.cohorte.comments.Participant;
import io.cohorte.comments.QueueEntry;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reply of the staff, from the list of comments; it goes into the thread's group. */
@Controller
@RequestMapping("/areas/{area}/comments/{product}/{comment}/reply")
class ReplyController {

    private final ModerationQueries queue;
    private final Comments comments;

    ReplyController(ModerationQueries queue, Comments comments) {
        this.queue = queue;
        this.comments = comments;
    }

    /** What staff reply. */
    record ReplyForm(@Nullable String text) {

        String typed() {
            return Objects.requireNonNullElse(text, "");
        }
    }

    @Requires(Permission.MODERATE)
    @GetMapping
    String reply(
            AreaPass area,
            @PathVariable UUID product,
            @PathVariable UUID comment,
            QueueRequest asked,
            Visitor visitor,
            Model model) {
        return replyForm(entry(area, product, comment, visitor), asked, new ReplyForm(""), model);
    }

    @Requires(Permission.MODERATE)
    @PostMapping
    String reply(
            AreaPass area,
            @PathVariable UUID product,
            @PathVariable UUID comment,
            QueueRequest asked,
            Visitor visitor,
            @Valid @ModelAttribute("form") ReplyForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        QueueEntry entry = entry(area, product, comment, visitor);
        Participant staff = new Participant.Staff(visitor.account());
        boolean done = Forms.submit(
                errors, () -> comments.reply(entry.product(), entry.comment().id(), staff, form.typed()));
        if (!done) {
            return replyForm(entry, asked, form, model);
        }
        Flash.say(
                redirect,
                "comments.flash.replied",
                Objects.requireNonNullElse(entry.comment().authorName(), ""));
        return "redirect:" + asked.path(area);
    }

    private static String replyForm(QueueEntry entry, QueueRequest asked, ReplyForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("entry", entry);
        model.addAttribute("asked", asked);
        return "comments/reply";
    }

    private QueueEntry entry(AreaPass area, UUID product, UUID comment, Visitor visitor) {
        ProductRef ref = new ProductRef(area.id(), new ProductId(product));
        return queue.get(ref, new CommentId(comment), visitor.account());
    }
}
