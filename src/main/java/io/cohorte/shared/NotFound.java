package io.cohorte.shared;

/** There is no such thing, or it is not for this visitor to know that there is: the web answers 404 to both. */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
