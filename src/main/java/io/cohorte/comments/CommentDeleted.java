package io.cohorte.comments;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** Somebody deleted a comment of theirs. */
public record CommentDeleted(Actor actor, ProductRef where, CommentId comment, PageId page, GroupId group)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return comment.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("page", page.value(), "group", group.value());
    }
}
