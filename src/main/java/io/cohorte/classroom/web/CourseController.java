package io.cohorte.classroom.web;

import io.cohorte.classroom.Classrooms;
import io.cohorte.classroom.Course;
import io.cohorte.classroom.Seat;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The modules and pages of a product, as the seat sees them. */
@Controller
@RequestMapping({ClassroomPaths.OWN, ClassroomPaths.AS})
class CourseController {

    private final Classrooms classrooms;

    CourseController(Classrooms classrooms) {
        this.classrooms = classrooms;
    }

    /** @param text words of the titles that are looked for; none for all */
    @Requires(Permission.SIGNED_IN)
    @GetMapping
    String show(Seat seat, @RequestParam(name = "q", required = false) @Nullable String text, Model model) {
        Course course = classrooms.course(seat);
        model.addAttribute("course", course);
        if (course.closed() != null) {
            model.addAttribute("closed", course.closed());
            return "classroom/closed";
        }
        String looked = Optional.ofNullable(text).orElse("").strip();
        model.addAttribute("q", looked);
        model.addAttribute("shown", course.find(looked));
        return "classroom/course";
    }
}
