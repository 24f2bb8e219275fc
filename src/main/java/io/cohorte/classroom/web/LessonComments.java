package io.cohorte.classroom.web;

import io.cohorte.classroom.Seat;
import io.cohorte.comments.CommentQueries;
import io.cohorte.comments.Discussion;
import io.cohorte.comments.Participant;
import io.cohorte.comments.Window;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts what a seat sees of a page's comments below the page. */
@Component
class LessonComments {

    private final CommentQueries comments;
    private final GroupQueries groups;

    LessonComments(CommentQueries comments, GroupQueries groups) {
        this.comments = comments;
        this.groups = groups;
    }

    /** In one statement; for staff, who choose a group to write in or to see alone, in two. */
    void show(Seat seat, PageId page, HttpServletRequest request, Model model) {
        UUID group = seat.isStaff() ? id(request, "group") : null;
        Window window =
                new Window(id(request, "before"), id(request, "thread"), group == null ? null : new GroupId(group));
        Discussion discussion = comments.of(seat.product().ref(), page, reader(seat), window);
        model.addAttribute("discussion", discussion);
        model.addAttribute("window", window);
        if (seat.isStaff()) {
            model.addAttribute("groups", groups.choices(seat.product().ref().id()));
        }
    }

    /** As whom a seat reads and writes. */
    static Participant reader(Seat seat) {
        if (seat.isStaff()) {
            return new Participant.Staff(seat.viewer());
        }
        Seat.Group group = seat.group();
        if (group == null) {
            throw new NotFound("group");
        }
        AccountId student = seat.student();
        return student == null
                ? new Participant.Onlooker(seat.viewer(), group.id())
                : new Participant.Student(student, group.id());
    }

    /** What is no id asks for nothing. */
    private static @Nullable UUID id(HttpServletRequest request, String name) {
        try {
            return Optional.ofNullable(request.getParameter(name))
                    .map(UUID::fromString)
                    .orElse(null);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
