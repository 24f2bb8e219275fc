package io.cohorte.comments;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wrote under a page, in a group; or a reply to that. */
@Entity
@Table(name = "comments")
class Comment {

    @EmbeddedId
    private CommentKey key;

    private UUID pageId;

    private UUID groupId;

    private @Nullable UUID parentId;

    private UUID authorId;

    private boolean byStaff;

    private @Nullable String text;

    @Enumerated(EnumType.STRING)
    private CommentState state;

    @Enumerated(EnumType.STRING)
    private @Nullable CommentState formerState;

    private @Nullable Instant moderatedAt;

    private Instant createdAt;

    private @Nullable Instant editedAt;

    private @Nullable Instant deletedAt;

    @Version
    private @Nullable Long version;

    /** @param text as {@link CommentText} makes it */
    Comment(
            ProductId product,
            PageId page,
            GroupId group,
            Participant author,
            String text,
            boolean waits,
            Instant now) {
        this.key = CommentKey.of(product, CommentId.next());
        this.pageId = page.value();
        this.groupId = group.value();
        this.authorId = author.account().value();
        this.byStaff = author.isStaff();
        this.text = text;
        this.state = stateOf(waits);
        this.createdAt = now;
    }

    protected Comment() {}

    /** A reply to a comment, in its group; one to a reply stands beside that. */
    static Comment replyTo(Comment parent, Participant author, String text, boolean waits, Instant now) {
        Comment reply = new Comment(parent.product(), parent.page(), parent.group(), author, text, waits, now);
        reply.parentId = parent.root().value();
        return reply;
    }

    /** @param waits whether what students write in the group has to be approved */
    private CommentState stateOf(boolean waits) {
        return waits && !byStaff ? CommentState.PENDING : CommentState.APPROVED;
    }

    /** Says something else; what was approved waits again where that is asked for, and what was hidden stays so. */
    void edit(String text, boolean waits, Instant now) {
        this.text = text;
        this.editedAt = now;
        this.formerState = null;
        if (state == CommentState.APPROVED) {
            state = stateOf(waits);
        }
    }

    /** Says nothing any more, and stays because of its replies. */
    void empty(Instant now) {
        text = null;
        deletedAt = now;
        formerState = null;
    }

    void moderate(CommentState to, Instant now) {
        formerState = state;
        state = to;
        moderatedAt = now;
    }

    /**
     * Goes back to where it was before the last act of moderation.
     *
     * @return when that act was
     * @throws NothingToUndo if it is not in that state, or was edited since
     */
    Instant undo(CommentState seen) {
        if (formerState == null || moderatedAt == null || state != seen) {
            throw new NothingToUndo();
        }
        Instant act = moderatedAt;
        state = formerState;
        formerState = null;
        moderatedAt = null;
        return act;
    }

    /** Whether somebody sees it, apart from its thread. */
    boolean isSeenBy(Participant reader) {
        return reader.isStaff()
                || (reader.onlyGroup().filter(group()::equals).isPresent()
                        && (state == CommentState.APPROVED || isOf(reader)));
    }

    /** Whether somebody wrote it, and as what they are here now. */
    boolean isOf(Participant author) {
        return author.wrote(author(), byStaff);
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    boolean isReply() {
        return parentId != null;
    }

    CommentId id() {
        return new CommentId(key.commentId());
    }

    ProductId product() {
        return new ProductId(key.productId());
    }

    PageId page() {
        return new PageId(pageId);
    }

    GroupId group() {
        return new GroupId(groupId);
    }

    /** The comment its thread begins with: itself, if it is no reply. */
    CommentId root() {
        return new CommentId(Optional.ofNullable(parentId).orElse(key.commentId()));
    }

    AccountId author() {
        return new AccountId(authorId);
    }

    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    CommentState state() {
        return state;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
