package io.cohorte.comments;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** A moderator gets the daily mail of comments from now on, or does not. */
public record CommentMailChosen(AreaId area, AccountId account, boolean wanted) implements DomainEvent {

    @Override
    public Actor actor() {
        return Actor.person(account);
    }

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("commentMail", !wanted);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("commentMail", wanted);
    }
}
