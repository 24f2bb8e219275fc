package io.cohorte.classroom;

import io.cohorte.shared.NotAllowed;

/** Staff who look with other eyes do nothing in the other's name. */
public class ViewIsReadOnly extends NotAllowed {

    public ViewIsReadOnly() {
        super("classroom.view.read-only");
    }
}
