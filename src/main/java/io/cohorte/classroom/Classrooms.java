package io.cohorte.classroom;

import io.cohorte.access.AccessQueries;
import io.cohorte.progress.ProgressQueries;
import io.cohorte.progress.Visits;
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
        return Course.of(access.curriculum(seat.product(), seat.changedBy()), seat, visits);
    }

    /** What the student of the seat did; nothing for a group's seat. */
    public Visits visits(Seat seat) {
        return seat.student() == null
                ? Visits.NONE
                : progress.of(seat.product().ref().id(), seat.student());
    }
}
