package io.cohorte.web;

import io.cohorte.shared.AccountId;
import java.util.Optional;

/** Tells what somebody may do in an area; filled in by the room that keeps roles. */
public interface AreaGate {

    /**
     * The area that has or had that slug, under the one it has, with the visitor's permissions; empty if it is none of
     * theirs to know of.
     */
    Optional<AreaPass> admit(String slug, AccountId visitor);

    /** Whether there are areas for somebody: they are of the staff of one, or may open one. */
    boolean hasAreasFor(Visitor visitor);

    /** Whether somebody may open an area of their own. */
    boolean letsOpenAreas(Visitor visitor);
}
