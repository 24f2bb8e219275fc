package io.cohorte.classroom.web;

import io.cohorte.access.CellState;
import io.cohorte.classroom.Classrooms;
import io.cohorte.classroom.Place;
import io.cohorte.classroom.Seat;
import io.cohorte.content.PageId;
import io.cohorte.content.PagePasswords;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A page that asks for its password. */
@Controller
@RequestMapping({ClassroomPaths.OWN + "/pages/{page}/unlock", ClassroomPaths.AS + "/pages/{page}/unlock"})
class UnlockController {

    private final Classrooms classrooms;
    private final PagePasswords passwords;

    UnlockController(Classrooms classrooms, PagePasswords passwords) {
        this.classrooms = classrooms;
        this.passwords = passwords;
    }

    /** What was typed is not shown again. */
    record PasswordForm(@NotNull String password) {}

    @Requires(Permission.SIGNED_IN)
    @PostMapping
    String unlock(
            Seat seat,
            @PathVariable("page") UUID page,
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Model model) {
        PageId id = new PageId(page);
        Place place = classrooms.place(seat, classrooms.visits(seat), id);
        if (place.lesson().cell().state() != CellState.PASSWORD) {
            return "redirect:" + seat.path() + "/pages/" + page;
        }
        Seat.Group group = seat.group();
        if (group == null) {
            throw new NotFound("group");
        }
        boolean opened = Forms.submit(
                errors,
                () -> passwords.unlock(
                        seat.product().ref(), id, seat.viewer(), group.id().value(), form.password()));
        if (opened) {
            return "redirect:" + seat.path() + "/pages/" + page;
        }
        model.addAttribute("place", place);
        return "classroom/locked";
    }
}
