package io.cohorte.web;

import java.util.Optional;

/** Tells who makes the present request; filled in by the room that signs people in. */
public interface Visitors {

    /** The person signed in, read once a request. */
    Optional<Visitor> current();
}
