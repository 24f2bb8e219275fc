package io.cohorte.imports;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.groups.GroupId;
import io.cohorte.lists.ListRole;
import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of imports as they lie in the database, for the job that brings them in. */
@Component
class ImportRows {

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line that waits to be brought in.
     *
     * @param account the one its person has, or gets
     * @param group of a student: its own, else that of the import; null for staff
     * @param anchor null for staff
     * @param ownDate whether the line itself gave the anchor
     */
    record PendingRow(
            int line,
            String name,
            EmailAddress email,
            AccountId account,
            ListRole role,
            @Nullable GroupId group,
            @Nullable LocalDate anchor,
            boolean ownDate,
            Standing standing) {}

    /**
     * What became of a line.
     *
     * @param account of its person
     * @param problem why it is refused, and null if it is not
     */
    record Outcome(
            PendingRow row,
            AccountId account,
            RowOutcome outcome,
            @Nullable ProblemCode problem) {

        static Outcome refused(PendingRow row, ProblemCode problem) {
            return new Outcome(row, row.account(), RowOutcome.REFUSED, problem);
        }

        static Outcome done(PendingRow row, AccountId account, RowOutcome outcome) {
            return new Outcome(row, account, outcome, null);
        }

        /** Whether a student came of it who was not in before. */
        boolean isEnrolled() {
            return outcome == RowOutcome.IMPORTED && row.role() == ListRole.STUDENT;
        }

        private boolean follows(ImportOptions options) {
            return account.equals(row.account()) && outcome == row.standing().outcome(options);
        }
    }

    /** The next lines to be brought in, in order. */
    List<PendingRow> pending(ImportKey key, int fromLine, int atMost) {
        return jdbc.sql("""
                        SELECT r.line, r.name, r.email, r.account_id, r.role, r.anchor, r.own_date, r.standing,
                            CASE r.role WHEN 'STUDENT' THEN coalesce(r.group_id, i.group_id) END AS group_id
                        FROM import_rows r JOIN imports i USING (product_id, import_id)
                        WHERE product_id = :product AND import_id = :import AND line >= :from AND standing <> 'REFUSED'
                        ORDER BY line LIMIT :most
                        """)
                .param("product", key.productId())
                .param("import", key.importId())
                .param("from", fromLine)
                .param("most", atMost)
                .query((row, number) -> new PendingRow(
                        row.getInt("line"),
                        row.getString("name"),
                        new EmailAddress(row.getString("email")),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        ListRole.valueOf(row.getString("role")),
                        Optional.ofNullable(row.getObject("group_id", UUID.class))
                                .map(GroupId::new)
                                .orElse(null),
                        row.getObject("anchor", LocalDate.class),
                        row.getBoolean("own_date"),
                        Standing.valueOf(row.getString("standing"))))
                .list();
    }

    /** Writes down what came otherwise than it stood: the rest follows from the rows as they are. */
    void settle(ImportKey key, List<Outcome> outcomes, ImportOptions options) {
        List<Outcome> surprises =
                outcomes.stream().filter(it -> !it.follows(options)).toList();
        if (surprises.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        UPDATE import_rows r
                        SET standing = CASE WHEN new.problem IS NULL THEN r.standing ELSE 'REFUSED' END,
                            outcome = CASE WHEN new.problem IS NULL THEN new.outcome END,
                            account_id = new.account, problem = new.problem
                        FROM unnest(:lines, :accounts, :outcomes, :problems) AS new (line, account, outcome, problem)
                        WHERE r.product_id = :product AND r.import_id = :import AND r.line = ANY (:lines)
                            AND r.line = new.line
                        """)
                .param("product", key.productId())
                .param("import", key.importId())
                .param("lines", surprises.stream().map(it -> it.row().line()).toArray(Integer[]::new))
                .param(
                        "accounts",
                        surprises.stream().map(it -> it.account().value()).toArray(UUID[]::new))
                .param(
                        "outcomes",
                        surprises.stream().map(it -> it.outcome().name()).toArray(String[]::new))
                .param(
                        "problems",
                        surprises.stream()
                                .map(it -> Objects.toString(it.problem(), null))
                                .toArray(String[]::new))
                .update();
    }

    /** Refuses all lines that were not reached, for a reason that is none of theirs. */
    void refuseFrom(ImportKey key, int line, ProblemCode problem) {
        jdbc.sql("""
                        UPDATE import_rows SET standing = 'REFUSED', problem = :problem
                        WHERE product_id = :product AND import_id = :import AND line >= :line AND standing <> 'REFUSED'
                        """)
                .param("product", key.productId())
                .param("import", key.importId())
                .param("line", line)
                .param("problem", problem.name())
                .update();
    }

    /** Leaves nothing of the people of refused lines, but why each line was refused. */
    void forgetRefused(ImportKey key) {
        jdbc.sql("""
                        UPDATE import_rows
                        SET raw = NULL, name = NULL, email = NULL, notice_detail = NULL,
                            problem_detail = CASE WHEN problem_detail IS NOT NULL THEN '…' END
                        WHERE product_id = :product AND import_id = :import AND standing = 'REFUSED'
                        """)
                .param("product", key.productId())
                .param("import", key.importId())
                .update();
    }

    void delete(ImportKey key) {
        jdbc.sql("DELETE FROM import_rows WHERE product_id = :product AND import_id = :import")
                .param("product", key.productId())
                .param("import", key.importId())
                .update();
    }
}
