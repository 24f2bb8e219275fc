package io.cohorte.comments;

import io.cohorte.accounts.TooManyAttempts;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The door for who writes under pages. Its callers have found out that the page is open to them; whether their group lets
 * them comment is found out here. What somebody does not see is not found.
 */
@CommandService
public class Comments {

    private final CommentRepository comments;
    private final WritingRules rules;
    private final Reports reports;
    private final CommentThrottle throttle;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Comments(
            CommentRepository comments,
            WritingRules rules,
            Reports reports,
            CommentThrottle throttle,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.comments = comments;
        this.rules = rules;
        this.reports = reports;
        this.throttle = throttle;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What was written, and whether the group sees it only once it is approved. */
    public record Written(CommentId id, boolean waits) {}

    /**
     * Writes under a page.
     *
     * @param group for whom; a student's own
     * @param text lines of 1 to 5,000 characters altogether
     * @throws CommentsOff if nobody comments in that group
     * @throws InvalidCommentText if the text is empty or too long
     * @throws TooManyAttempts if a student writes too fast
     */
    public Written write(ProductRef product, PageId page, GroupId group, Participant by, String text) {
        boolean waits = rules.waits(product.id(), page, group, by);
        throttle.spend(by);
        return keep(product, new Comment(product.id(), page, group, by, CommentText.of(text), waits, now()));
    }

    /**
     * Replies to a comment, in its group; a reply to a reply stands beside that.
     *
     * @throws CommentsOff if nobody comments in that group
     * @throws InvalidCommentText if the text is empty or too long
     * @throws ThreadFull if there are too many replies
     * @throws TooManyAttempts if a student writes too fast
     */
    public Written reply(ProductRef product, CommentId to, Participant by, String text) {
        Comment parent = seen(product.id(), to, by);
        boolean waits = rules.waits(product.id(), parent.page(), parent.group(), by);
        rules.requireRoom(product.id(), parent.root());
        throttle.spend(by);
        return keep(product, Comment.replyTo(parent, by, CommentText.of(text), waits, now()));
    }

    private Written keep(ProductRef product, Comment comment) {
        comments.saveAndFlush(comment);
        events.publishEvent(new CommentWritten(
                Actor.person(comment.author()),
                product,
                comment.id(),
                comment.page(),
                comment.group(),
                comment.state()));
        return new Written(comment.id(), comment.state() == CommentState.PENDING);
    }

    /**
     * Has one's own comment say something else. Where comments have to be approved, what was seen waits again.
     *
     * @param opened the version the edit began with
     * @throws StaleEdit if the comment was changed since
     */
    public Written edit(ProductRef product, CommentId id, Participant by, String text, long opened) {
        Comment comment = own(product.id(), id, by);
        boolean waits = rules.waits(product.id(), comment.page(), comment.group(), by);
        StaleEdit.check(opened, comment.version());
        String after = CommentText.of(text);
        if (!comment.text().filter(after::equals).isPresent()) {
            throttle.spend(by);
            CommentState before = comment.state();
            comment.edit(after, waits, now());
            comments.flush();
            events.publishEvent(new CommentEdited(
                    Actor.person(by.account()), product, id, comment.page(), before, comment.state()));
        }
        // Whose comment is spam is told what they would be told of any.
        boolean asIfAny = comment.state() == CommentState.SPAM && waits && !by.isStaff();
        return new Written(id, comment.state() == CommentState.PENDING || asIfAny);
    }

    /**
     * Deletes one's own comment, also where comments are off by now. One with replies stays without its text, until the
     * last of them goes.
     */
    public void delete(ProductRef product, CommentId id, Participant by) {
        Comment comment = own(product.id(), id, by);
        // Whoever deletes another part of the thread at the same time waits here.
        comments.findForChange(CommentKey.of(product.id(), comment.root()));
        reports.remove(product.id(), id);
        if (comment.isReply() || !hasReplies(comment)) {
            comments.delete(comment);
        } else {
            comment.empty(now());
        }
        comments.flush();
        clearAwayIfForsaken(product.id(), comment.root());
        events.publishEvent(
                new CommentDeleted(Actor.person(by.account()), product, id, comment.page(), comment.group()));
    }

    private boolean hasReplies(Comment comment) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM comments WHERE product_id = :product AND parent_id = :comment)")
                .param("product", comment.product().value())
                .param("comment", comment.id().value())
                .query(Boolean.class)
                .single();
    }

    private void clearAwayIfForsaken(ProductId product, CommentId root) {
        jdbc.sql("""
                        DELETE FROM comments c WHERE c.product_id = :product AND c.comment_id = :root
                            AND c.deleted_at IS NOT NULL AND NOT EXISTS (
                                SELECT FROM comments r WHERE r.product_id = c.product_id AND r.parent_id = c.comment_id)
                        """)
                .param("product", product.value())
                .param("root", root.value())
                .update();
    }

    /** Tells the moderators of another's comment; nothing happens the second time. */
    public void report(ProductRef product, CommentId id, Participant by) {
        Comment comment = seen(product.id(), id, by);
        if (comment.isOf(by)) {
            throw new NotFound("comment of another");
        }
        throttle.spend(by);
        if (reports.add(product.id(), id, by.account(), now())) {
            events.publishEvent(new CommentReported(Actor.person(by.account()), product, id, comment.page()));
        }
    }

    private Comment own(ProductId product, CommentId id, Participant by) {
        Comment comment = seen(product, id, by);
        if (!comment.isOf(by)) {
            throw new NotFound("comment of one's own");
        }
        return comment;
    }

    /** A reply is seen where its thread is. */
    private Comment seen(ProductId product, CommentId id, Participant by) {
        Comment comment = find(product, id);
        boolean seen = !comment.isDeleted()
                && comment.isSeenBy(by)
                && (!comment.isReply() || find(product, comment.root()).isSeenBy(by));
        if (!seen) {
            throw new NotFound("comment");
        }
        return comment;
    }

    private Comment find(ProductId product, CommentId id) {
        return comments.findById(CommentKey.of(product, id)).orElseThrow(() -> new NotFound("comment"));
    }

    private Instant now() {
        return clock.instant();
    }
}
