package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;

/** The students of a group may comment otherwise than before. */
public record GroupCommentsChanged(Actor actor, ProductRef where, GroupId group, CommentSetting from, CommentSetting to)
        implements ProductEvent {

    @Override
    public UUID subject() {
        return group.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("comments", from.name());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("comments", to.name());
    }
}
