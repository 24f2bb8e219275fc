package io.cohorte.imports;

import io.cohorte.lists.ListRole;
import io.cohorte.lists.NoticeCode;
import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line with how its person stands and what became of it.
 *
 * @param raw as it was pasted, of a line that could not be read
 * @param groupName of a student: the group, as it was called when the list was taken; null for staff
 * @param ownDate whether the line itself gives the anchor
 * @param account of somebody who is there, and was not taken back since
 * @param presentGroup on a preview, of a student who is in: where they are now
 * @param presentAnchor on a preview, of a student who is in: their anchor now
 */
public record RowView(
        int line,
        @Nullable String raw,
        @Nullable String name,
        @Nullable String email,
        ListRole role,
        @Nullable String groupName,
        @Nullable LocalDate anchor,
        boolean ownDate,
        @Nullable AccountId account,
        Standing standing,
        RowOutcome outcome,
        @Nullable ProblemCode problem,
        @Nullable Integer column,
        @Nullable String detail,
        @Nullable NoticeCode notice,
        @Nullable String noticeDetail,
        @Nullable String presentGroup,
        @Nullable LocalDate presentAnchor) {

    static RowView of(ResultSet row, int number) throws SQLException {
        RowOutcome outcome = RowOutcome.valueOf(row.getString("outcome"));
        boolean there = outcome != RowOutcome.PENDING && outcome != RowOutcome.LEFT_OUT;
        return new RowView(
                row.getInt("line"),
                row.getString("raw"),
                row.getString("name"),
                row.getString("email"),
                ListRole.valueOf(row.getString("role")),
                row.getString("group_name"),
                row.getObject("anchor", LocalDate.class),
                row.getBoolean("own_date"),
                there
                        ? Optional.ofNullable(row.getObject("account_id", UUID.class))
                                .map(AccountId::new)
                                .orElse(null)
                        : null,
                Standing.valueOf(row.getString("standing")),
                outcome,
                Optional.ofNullable(row.getString("problem"))
                        .map(ProblemCode::valueOf)
                        .orElse(null),
                row.getObject("problem_column", Integer.class),
                row.getString("problem_detail"),
                Optional.ofNullable(row.getString("notice"))
                        .map(NoticeCode::valueOf)
                        .orElse(null),
                row.getString("notice_detail"),
                row.getString("present_group"),
                row.getObject("present_anchor", LocalDate.class));
    }

    public boolean student() {
        return role == ListRole.STUDENT;
    }

    /** Whether staff can correct it: it was refused as it was written. */
    public boolean correctable() {
        return raw != null;
    }
}
