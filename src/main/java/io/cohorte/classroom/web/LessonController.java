package io.cohorte.classroom.web;

import io.cohorte.access.CellState;
import io.cohorte.access.Check;
import io.cohorte.classroom.Classrooms;
import io.cohorte.classroom.Place;
import io.cohorte.classroom.Seat;
import io.cohorte.content.FileQueries;
import io.cohorte.content.PageId;
import io.cohorte.content.PageReading;
import io.cohorte.content.PageText;
import io.cohorte.content.VideoLink;
import io.cohorte.progress.Progress;
import io.cohorte.progress.Visits;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductId;
import io.cohorte.web.Requires;
import io.cohorte.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A page of a product: reading it, and marking it as done. */
@Controller
@RequestMapping({ClassroomPaths.OWN + "/pages/{page}", ClassroomPaths.AS + "/pages/{page}"})
class LessonController {

    private final Classrooms classrooms;
    private final FileQueries pages;
    private final Progress progress;
    private final LessonComments comments;

    LessonController(Classrooms classrooms, FileQueries pages, Progress progress, LessonComments comments) {
        this.classrooms = classrooms;
        this.pages = pages;
        this.progress = progress;
        this.comments = comments;
    }

    /** With {@code ?play} the player of a linked video is shown: before that, its host hears nothing of the visitor. */
    @Requires(Permission.SIGNED_IN)
    @GetMapping
    String read(
            Seat seat,
            @PathVariable("page") UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PageId page = new PageId(id);
        Optional<CellState> state = classrooms.state(seat, page);
        Visits visits = seat.counts() && state.equals(Optional.of(CellState.OPEN))
                ? progress.opened(product(seat), seat.viewer(), page, classrooms.besides(seat, page))
                : classrooms.visits(seat);
        Optional<Check> closed = classrooms.closed(seat);
        if (closed.isPresent()) {
            model.addAttribute("closed", closed.get());
            return "classroom/closed";
        }
        Place place = classrooms.place(seat, visits, page);
        model.addAttribute("place", place);
        return place.lesson().isOpen() ? open(seat, page, visits, request, response, model) : "classroom/locked";
    }

    private String open(
            Seat seat,
            PageId id,
            Visits visits,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PageReading page = pages.page(seat.product().ref().id(), id);
        VideoLink linked = page.videoOnline() || seat.isStaff() ? page.linked() : null;
        boolean playing = linked != null && request.getParameterMap().containsKey("play");
        if (playing) {
            SecurityHeaders.allowFrames(response, linked.host().origin());
        }
        String path = seat.path() + "/pages/" + id;
        comments.show(seat, id, request, model);
        model.addAttribute("page", page);
        model.addAttribute("path", path);
        model.addAttribute("playing", playing);
        model.addAttribute("html", PageText.html(page.text(), path + "/files"));
        model.addAttribute(
                "watched",
                Optional.ofNullable(visits.pages().get(id))
                        .map(it -> it.videoSeconds())
                        .orElse(0));
        return "classroom/page";
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/done")
    String done(Seat seat, @PathVariable("page") UUID page) {
        requireOpen(seat, page);
        if (seat.counts()) {
            progress.done(product(seat), seat.viewer(), new PageId(page));
        }
        return back(seat, page);
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/undone")
    String undone(Seat seat, @PathVariable("page") UUID page) {
        requireOpen(seat, page);
        if (seat.counts()) {
            progress.undone(product(seat), seat.viewer(), new PageId(page));
        }
        return back(seat, page);
    }

    /** @param seconds of the page's uploaded video, from its beginning */
    @Requires(Permission.SIGNED_IN)
    @PostMapping("/position")
    ResponseEntity<Void> watched(Seat seat, @PathVariable("page") UUID page, @RequestParam int seconds) {
        requireOpen(seat, page);
        if (seat.counts()) {
            progress.watched(product(seat), seat.viewer(), new PageId(page), seconds);
        }
        return ResponseEntity.noContent().build();
    }

    private void requireOpen(Seat seat, UUID page) {
        classrooms.state(seat, new PageId(page)).filter(CellState.OPEN::equals).orElseThrow(() -> new NotFound("page"));
    }

    private static ProductId product(Seat seat) {
        return seat.product().ref().id();
    }

    private static String back(Seat seat, UUID page) {
        return "redirect:" + seat.path() + "/pages/" + page;
    }
}
