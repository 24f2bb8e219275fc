package io.cohorte.comments;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;

/** The door for moderators. What they decide answers all reports of the comment so far. */
@CommandService
public class Moderation {

    private final CommentRepository comments;
    private final Reports reports;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moderation(CommentRepository comments, Reports reports, ApplicationEventPublisher events, Clock clock) {
        this.comments = comments;
        this.reports = reports;
        this.events = events;
        this.clock = clock;
    }

    /** Shows a comment to its group. */
    public void approve(ProductRef product, CommentId id, Actor actor) {
        moderate(product, id, CommentState.APPROVED, actor);
    }

    /** Hides a comment from everybody but its author and the staff. */
    public void hide(ProductRef product, CommentId id, Actor actor) {
        moderate(product, id, CommentState.HIDDEN, actor);
    }

    /** The same, and its author is not told. */
    public void markAsSpam(ProductRef product, CommentId id, Actor actor) {
        moderate(product, id, CommentState.SPAM, actor);
    }

    private void moderate(ProductRef product, CommentId id, CommentState to, Actor actor) {
        Comment comment = get(product, id);
        CommentState before = comment.state();
        // As exact as the database keeps it: by this moment the act's reports are found again.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean answers = reports.settle(product.id(), id, now) > 0;
        if (answers || before != to) {
            comment.moderate(to, now);
            comments.flush();
            events.publishEvent(new CommentModerated(actor, product, id, comment.page(), before, to));
        }
    }

    /**
     * Takes back the last act of moderation, and with it its answer to reports.
     *
     * @param seen the state it led to
     * @throws NothingToUndo if something else happened to the comment since
     */
    public void undo(ProductRef product, CommentId id, CommentState seen, Actor actor) {
        Comment comment = get(product, id);
        Instant act = comment.undo(seen);
        comments.flush();
        reports.reopen(product.id(), id, act);
        events.publishEvent(new CommentModerated(actor, product, id, comment.page(), seen, comment.state()));
    }

    private Comment get(ProductRef product, CommentId id) {
        return comments.findForChange(CommentKey.of(product.id(), id))
                .filter(it -> !it.isDeleted())
                .orElseThrow(() -> new NotFound("comment"));
    }
}
