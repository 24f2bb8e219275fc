package io.cohorte.comments;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** Somebody wrote under a page. */
public record CommentWritten(
        Actor actor, ProductRef where, CommentId comment, PageId page, GroupId group, CommentState state)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return comment.value();
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("page", page.value(), "group", group.value(), "comment", state.name());
    }
}
