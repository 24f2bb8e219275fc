package io.cohorte.comments;

import io.cohorte.content.PageId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** A comment is seen by others than before, because a moderator decided so or took that back. */
public record CommentModerated(
        Actor actor, ProductRef where, CommentId comment, PageId page, CommentState from, CommentState to)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return comment.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("comment", from.name());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("page", page.value(), "comment", to.name());
    }
}
