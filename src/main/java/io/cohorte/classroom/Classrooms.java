package io.cohorte.classroom;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.Cell;
import io.cohorte.access.CellState;
import io.cohorte.access.Check;
import io.cohorte.access.Curriculum;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.progress.ProgressQueries;
import io.cohorte.progress.Visits;
import io.cohorte.shared.NotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The door for reads of a product from a seat. */
@Service
public class Classrooms {

    private final AccessQueries access;
    private final ProgressQueries progress;

    Classrooms(AccessQueries access, ProgressQueries progress) {
        this.access = access;
        this.progress = progress;
    }

    /** The modules and pages of the seat's product, and how they stand. */
    public Course course(Seat seat) {
        return course(seat, visits(seat));
    }

    /** The same where it is known already what the student did. */
    public Course course(Seat seat, Visits visits) {
        return Course.of(curriculum(seat), seat, visits);
    }

    /**
     * One page of the seat's product with what stands around it.
     *
     * @throws NotFound if there is no such page, the seat is not to know of it, or the whole product is closed
     */
    public Place place(Seat seat, Visits visits, PageId page) {
        if (closed(seat).isPresent()) {
            throw new NotFound("page");
        }
        return Place.of(curriculum(seat), seat, visits, page);
    }

    /** The pages of the module that a page is in; none where there is no such page. */
    public List<PageId> besides(Seat seat, PageId page) {
        return curriculum(seat).outline().modules().stream()
                .filter(module -> module.pages().stream().anyMatch(it -> it.id().equals(page)))
                .flatMap(module -> module.pages().stream())
                .map(PageLine::id)
                .toList();
    }

    /** What closes the whole product to a seat; empty while it is open. */
    public Optional<Check> closed(Seat seat) {
        return Course.closed(seat);
    }

    /** How one page stands for the seat; empty for a page there is not, and where the whole product is closed. */
    public Optional<CellState> state(Seat seat, PageId page) {
        return curriculum(seat).find(page).filter(it -> closed(seat).isEmpty()).map(it -> Cell.of(
                        it, seat.facts(), seat.moment(), seat.zone())
                .state());
    }

    /** Whether a page has a video that is not shown at present. */
    public boolean isVideoOffline(Seat seat, PageId page) {
        return curriculum(seat).page(page).videoOffline();
    }

    private Curriculum curriculum(Seat seat) {
        return access.curriculum(seat.product(), seat.changedBy());
    }

    /** What the student of the seat did; nothing for a group's seat. */
    public Visits visits(Seat seat) {
        return seat.student() == null
                ? Visits.NONE
                : progress.of(seat.product().ref().id(), seat.student());
    }
}
