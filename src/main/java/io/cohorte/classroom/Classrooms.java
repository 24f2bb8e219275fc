package io.cohorte.classroom;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.Cell;
import io.cohorte.access.CellState;
import io.cohorte.access.Curriculum;
import io.cohorte.content.PageId;
import io.cohorte.progress.ProgressQueries;
import io.cohorte.progress.Visits;
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

    /** How one page stands for the seat; empty for a page there is not, and where the whole product is closed. */
    public Optional<CellState> state(Seat seat, PageId page) {
        return curriculum(seat).find(page).filter(it -> !Course.isClosed(seat)).map(it -> Cell.of(
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
