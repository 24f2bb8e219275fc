package io.cohorte.classroom.web;

import io.cohorte.access.CellState;
import io.cohorte.classroom.Classrooms;
import io.cohorte.classroom.Seat;
import io.cohorte.comments.CommentId;
import io.cohorte.comments.CommentQueries;
import io.cohorte.comments.CommentView;
import io.cohorte.comments.Comments;
import io.cohorte.comments.Comments.Written;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.RuleViolation;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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

/** What people write under a page. A comment is found where it is read: under an open page, in a thread one sees. */
@Controller
@RequestMapping({ClassroomPaths.OWN + "/pages/{page}/comments", ClassroomPaths.AS + "/pages/{page}/comments"})
class LessonCommentsController {

    private final Classrooms classrooms;
    private final Comments comments;
    private final CommentQueries queries;

    LessonCommentsController(Classrooms classrooms, Comments comments, CommentQueries queries) {
        this.classrooms = classrooms;
        this.comments = comments;
        this.queries = queries;
    }

    /**
     * What somebody writes.
     *
     * @param group for whom staff write; not regarded of students, who write for their own
     * @param version of the comment that is edited
     */
    record CommentForm(
            @Nullable String text,
            @Nullable UUID group,
            @Nullable Long version) {

        String typed() {
            return Objects.requireNonNullElse(text, "");
        }

        long opened() {
            return Objects.requireNonNullElse(version, 0L);
        }
    }

    /** What a form of its own page is for. */
    enum Purpose {
        WRITE,
        REPLY,
        EDIT
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping
    String write(
            Seat seat,
            @PathVariable("page") UUID id,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PageId page = open(seat, id);
        AtomicReference<Written> written = new AtomicReference<>();
        boolean done = Forms.submit(
                errors,
                () -> written.set(comments.write(
                        product(seat), page, group(seat, form), LessonComments.reader(seat), form.typed())));
        return done
                ? back(seat, page, written.get(), "comments.lesson.written", redirect)
                : form(seat, page, Purpose.WRITE, null, form, model);
    }

    private static GroupId group(Seat seat, CommentForm form) {
        if (!seat.isStaff() && seat.group() != null) {
            return seat.group().id();
        }
        if (form.group() == null) {
            throw new GroupGone("group");
        }
        return new GroupId(form.group());
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/{comment}/reply")
    String reply(
            Seat seat,
            @PathVariable("page") UUID id,
            @PathVariable UUID comment,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PageId page = open(seat, id);
        CommentView parent = find(seat, page, comment);
        AtomicReference<Written> written = new AtomicReference<>();
        boolean done = Forms.submit(
                errors,
                () -> written.set(
                        comments.reply(product(seat), parent.id(), LessonComments.reader(seat), form.typed())));
        return done
                ? back(seat, page, written.get(), "comments.lesson.replied", redirect)
                : form(seat, page, Purpose.REPLY, parent, form, model);
    }

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/{comment}/edit")
    String edit(Seat seat, @PathVariable("page") UUID id, @PathVariable UUID comment, Model model) {
        PageId page = open(seat, id);
        CommentView present = own(seat, page, comment);
        return form(
                seat,
                page,
                Purpose.EDIT,
                present,
                new CommentForm(present.text(), present.group().value(), present.version()),
                model);
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/{comment}/edit")
    String edit(
            Seat seat,
            @PathVariable("page") UUID id,
            @PathVariable UUID comment,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PageId page = open(seat, id);
        CommentView present = own(seat, page, comment);
        AtomicReference<Written> written = new AtomicReference<>();
        boolean done = Forms.submit(
                errors,
                () -> written.set(comments.edit(
                        product(seat), present.id(), LessonComments.reader(seat), form.typed(), form.opened())));
        return done
                ? back(seat, page, written.get(), "comments.lesson.edited", redirect)
                : form(seat, page, Purpose.EDIT, present, form, model);
    }

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/{comment}/delete")
    String confirmDeletion(Seat seat, @PathVariable("page") UUID id, @PathVariable UUID comment, Model model) {
        PageId page = open(seat, id);
        model.addAttribute("comment", own(seat, page, comment));
        model.addAttribute("path", path(seat, page));
        return "classroom/comment-delete";
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/{comment}/delete")
    String delete(Seat seat, @PathVariable("page") UUID id, @PathVariable UUID comment, RedirectAttributes redirect) {
        PageId page = open(seat, id);
        comments.delete(product(seat), own(seat, page, comment).id(), LessonComments.reader(seat));
        return back(seat, page, new Flash("comments.lesson.deleted", true, List.of()), redirect);
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/{comment}/report")
    String report(Seat seat, @PathVariable("page") UUID id, @PathVariable UUID comment, RedirectAttributes redirect) {
        PageId page = open(seat, id);
        CommentView found = find(seat, page, comment);
        try {
            comments.report(product(seat), found.id(), LessonComments.reader(seat));
            return back(seat, page, new Flash("comments.lesson.reported", true, List.of()), redirect);
        } catch (RuleViolation broken) {
            return back(seat, page, Flash.of(broken), redirect);
        }
    }

    private String form(
            Seat seat, PageId page, Purpose purpose, @Nullable CommentView present, CommentForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("purpose", purpose);
        model.addAttribute("present", present);
        model.addAttribute("path", path(seat, page));
        return "classroom/comment-form";
    }

    private static String back(Seat seat, PageId page, Written written, String done, RedirectAttributes redirect) {
        String code = written.waits() ? "comments.lesson.waits" : done;
        return back(seat, page, new Flash(code, true, List.of()), redirect);
    }

    /** Told beside the comments: the page is shown from there on. */
    private static String back(Seat seat, PageId page, Flash said, RedirectAttributes redirect) {
        redirect.addFlashAttribute("said", said);
        return "redirect:" + path(seat, page) + "#comments";
    }

    private static String path(Seat seat, PageId page) {
        return seat.path() + "/pages/" + page;
    }

    private PageId open(Seat seat, UUID id) {
        PageId page = new PageId(id);
        classrooms.state(seat, page).filter(CellState.OPEN::equals).orElseThrow(() -> new NotFound("page"));
        return page;
    }

    private CommentView find(Seat seat, PageId page, UUID comment) {
        return queries.find(product(seat), page, new CommentId(comment), LessonComments.reader(seat));
    }

    private CommentView own(Seat seat, PageId page, UUID comment) {
        CommentView found = find(seat, page, comment);
        if (!found.mayDelete()) {
            throw new NotFound("comment of one's own");
        }
        return found;
    }

    private static ProductRef product(Seat seat) {
        return seat.product().ref();
    }
}
