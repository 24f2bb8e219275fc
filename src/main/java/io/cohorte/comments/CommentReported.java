package io.cohorte.comments;

import io.cohorte.content.PageId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** Somebody told the moderators of a comment. */
public record CommentReported(Actor actor, ProductRef where, CommentId comment, PageId page) implements ProductEvent {

    @Override
    public UUID subject() {
        return comment.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("page", page.value());
    }
}
