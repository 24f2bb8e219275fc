package io.cohorte.classroom.web;

import io.cohorte.access.Cell;
import io.cohorte.access.CellState;
import io.cohorte.classroom.Course.Chapter;
import io.cohorte.classroom.Course.Lesson;
import io.cohorte.classroom.Place;
import io.cohorte.classroom.Seat;
import io.cohorte.content.FileQueries;
import io.cohorte.content.PageId;
import io.cohorte.content.PageReading;
import io.cohorte.content.PageText;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A page for comparison: it reads the text of a page by its key and draws it by the same template, for whoever is signed
 * in. It decides nothing, and has no index, no comments and no progress.
 */
@TestComponent
@Controller
public class BareLesson {

    public static final String PATH = "/bare/";

    private final FileQueries pages;
    private @Nullable Seat seat;

    BareLesson(FileQueries pages) {
        this.pages = pages;
    }

    /** @param seat which every visitor is taken to have */
    public void sitAt(Seat seat) {
        this.seat = seat;
    }

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/learn/{area}/{product}" + PATH + "{page}")
    String read(@PathVariable("page") UUID id, Model model) {
        PageReading page = pages.page(seat.product().ref().id(), new PageId(id));
        Lesson lesson =
                new Lesson(page.id(), page.module(), page.title(), new Cell(CellState.OPEN, null), false, false);
        model.addAttribute("seat", seat);
        Chapter chapter = new Chapter(page.module(), page.moduleName(), "", List.of());
        model.addAttribute("place", new Place(lesson, chapter, null, null));
        model.addAttribute("page", page);
        model.addAttribute("path", seat.path() + "/pages/" + id);
        model.addAttribute("playing", false);
        model.addAttribute("html", PageText.html(page.text(), seat.path() + "/pages/" + id + "/files"));
        model.addAttribute("watched", 0);
        return "classroom/page";
    }
}
