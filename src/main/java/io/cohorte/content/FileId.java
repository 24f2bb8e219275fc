package io.cohorte.content;

import io.cohorte.shared.Ids;
import java.util.UUID;

/** A file as it lies on disk. Which page it is on is asked together with the page, always. */
public record FileId(UUID value) {

    static FileId next() {
        return new FileId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
