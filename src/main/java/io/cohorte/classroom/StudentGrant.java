package io.cohorte.classroom;

import io.cohorte.classroom.StudentProduct.Standing;
import io.cohorte.classroom.StudentProduct.State;
import io.cohorte.groups.GrantKind;
import java.time.Instant;

/**
 * One reason why somebody is or was a student of a product (product.md D4), as they may know it: which group it led to is
 * the area's own business.
 *
 * @param standing live, suspended or ended; a grant alone blocks nobody
 */
public record StudentGrant(GrantKind kind, Instant startsAt, Standing standing) {

    public boolean isForLife() {
        return standing.state() == State.LIVE && standing.moment() == null;
    }
}
