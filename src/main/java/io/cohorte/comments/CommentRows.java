package io.cohorte.comments;

import io.cohorte.content.PageId;
import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes views of the rows that queries find. */
final class CommentRows {

    private CommentRows() {}

    /** @param reader whoever it is shown to; a student is not told all of its state */
    static CommentView view(ResultSet row, Participant reader) throws SQLException {
        AccountId author = new AccountId(row.getObject("author_id", UUID.class));
        boolean byStaff = row.getBoolean("by_staff");
        CommentState state = CommentState.valueOf(row.getString("state"));
        CommentSetting setting = setting(row).orElse(null);
        return new CommentView(
                new CommentId(row.getObject("comment_id", UUID.class)),
                Optional.ofNullable(row.getObject("parent_id", UUID.class))
                        .map(CommentId::new)
                        .orElse(null),
                new PageId(row.getObject("page_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("group_name"),
                setting,
                author,
                row.getString("author_name"),
                byStaff,
                reader.wrote(author, byStaff),
                row.getString("text"),
                reader.isStaff() ? state : told(state, row.getString("former_state"), setting),
                moment(row, "created_at"),
                row.getObject("edited_at") == null ? null : moment(row, "edited_at"),
                row.getLong("reports"),
                row.getBoolean("reported"),
                row.getLong("version"));
    }

    /** To whoever wrote it, spam looks as it did before, or as anything they would write. */
    private static CommentState told(CommentState state, @Nullable String former, @Nullable CommentSetting setting) {
        if (state != CommentState.SPAM) {
            return state;
        }
        CommentState usual = setting == CommentSetting.APPROVED_FIRST ? CommentState.PENDING : CommentState.APPROVED;
        return Optional.ofNullable(former)
                .map(CommentState::valueOf)
                .filter(it -> it != CommentState.SPAM)
                .orElse(usual);
    }

    static Optional<CommentSetting> setting(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("setting")).map(CommentSetting::valueOf);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
