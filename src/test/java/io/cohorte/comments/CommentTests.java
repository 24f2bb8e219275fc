package io.cohorte.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.ProductId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommentTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final GroupId group = new GroupId(Ids.next());
    private final Participant ana = new Participant.Student(AccountId.next(), group);
    private final Participant staff = new Participant.Staff(AccountId.next());

    @ParameterizedTest
    @CsvSource({"false, false, APPROVED", "true, false, PENDING", "false, true, APPROVED", "true, true, APPROVED"})
    void waitsWhereCommentsAreApprovedFirstUnlessStaffWroteIt(boolean waits, boolean byStaff, CommentState state) {
        assertThat(comment(byStaff ? staff : ana, waits).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(CommentState.class)
    void goesWhereModeratorsPutItAndBack(CommentState to) {
        Comment comment = comment(ana, true);

        comment.moderate(to, NOW);
        assertThat(comment.state()).isEqualTo(to);

        assertThat(comment.undo(to)).isEqualTo(NOW);
        assertThat(comment.state()).isEqualTo(CommentState.PENDING);
    }

    @Test
    void goesBackOneActOnly() {
        Comment comment = comment(ana, true);
        comment.moderate(CommentState.APPROVED, NOW);
        comment.moderate(CommentState.SPAM, NOW.plusSeconds(1));

        assertThatThrownBy(() -> comment.undo(CommentState.APPROVED)).isInstanceOf(NothingToUndo.class);
        comment.undo(CommentState.SPAM);

        assertThat(comment.state()).isEqualTo(CommentState.APPROVED);
        assertThatThrownBy(() -> comment.undo(CommentState.APPROVED)).isInstanceOf(NothingToUndo.class);
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED, true, PENDING",
        "APPROVED, false, APPROVED",
        "PENDING, true, PENDING",
        "PENDING, false, PENDING",
        "HIDDEN, true, HIDDEN",
        "HIDDEN, false, HIDDEN",
        "SPAM, true, SPAM",
        "SPAM, false, SPAM"
    })
    void waitsAgainOnceEditedWhereItWasSeen(CommentState before, boolean waits, CommentState after) {
        Comment comment = comment(ana, false);
        comment.moderate(before, NOW);

        comment.edit("Otra cosa", waits, NOW);

        assertThat(comment.state()).isEqualTo(after);
        assertThat(comment.text()).contains("Otra cosa");
    }

    @Test
    void letsNobodyBringBackASightOfTextTheyDidNotJudge() {
        Comment comment = comment(ana, false);
        comment.moderate(CommentState.HIDDEN, NOW);
        comment.edit("Algo peor", false, NOW);

        assertThatThrownBy(() -> comment.undo(CommentState.HIDDEN)).isInstanceOf(NothingToUndo.class);
    }

    @Test
    void waitsForNobodyOnceStaffEditTheirOwn() {
        Comment comment = comment(staff, true);
        comment.edit("Otra cosa", true, NOW);

        assertThat(comment.state()).isEqualTo(CommentState.APPROVED);
    }

    @Test
    void placesAReplyToAReplyBesideIt() {
        Comment root = comment(ana, false);
        Comment reply = Comment.replyTo(root, staff, "Gracias", false, NOW);
        Comment further = Comment.replyTo(reply, ana, "De nada", false, NOW);

        assertThat(root.isReply()).isFalse();
        assertThat(further.root()).isEqualTo(reply.root()).isEqualTo(root.id());
        assertThat(further.group()).isEqualTo(group);
    }

    @Test
    void isOnesOwnInTheRoleItWasWrittenInAlone() {
        AccountId both = AccountId.next();
        Comment asStudent = comment(new Participant.Student(both, group), false);

        assertThat(asStudent.isOf(new Participant.Student(both, group))).isTrue();
        assertThat(asStudent.isOf(new Participant.Staff(both))).isFalse();
        assertThat(asStudent.isOf(new Participant.Onlooker(both, group))).isFalse();
    }

    private Comment comment(Participant author, boolean waits) {
        return new Comment(
                new ProductId(Ids.next()), new PageId(Ids.next()), group, author, "Muy clara la clase", waits, NOW);
    }
}
