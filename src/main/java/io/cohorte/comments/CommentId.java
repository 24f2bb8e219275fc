package io.cohorte.comments;

import io.cohorte.shared.Ids;
import java.util.UUID;

/** A comment; it means something only together with its product. Later comments have greater ids. */
public record CommentId(UUID value) {

    static CommentId next() {
        return new CommentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
