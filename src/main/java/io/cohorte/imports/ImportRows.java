package io.cohorte.imports;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.groups.GroupId;
import io.cohorte.imports.ParsedLine.Person;
import io.cohorte.imports.ParsedLine.Problem;
import io.cohorte.lists.ListRole;
import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.AccountId;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of imports as they lie in the database. */
@Component
class ImportRows {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line that waits to be brought in.
     *
     * @param group of a student: its own, else that of the import; null for staff
     * @param anchor null for staff
     */
    record PendingRow(
            int line,
            String name,
            EmailAddress email,
            ListRole role,
            @Nullable GroupId group,
            @Nullable LocalDate anchor) {}

    /**
     * What became of a line.
     *
     * @param account of its person; null if it is refused before anybody is made known
     * @param problem why it is refused, and null if it is not
     */
    record Outcome(
            int line,
            @Nullable AccountId account,
            RowOutcome outcome,
            @Nullable ProblemCode problem) {

        static Outcome refused(PendingRow row, @Nullable AccountId account, ProblemCode problem) {
            return new Outcome(row.line(), account, RowOutcome.REFUSED, problem);
        }

        static Outcome done(PendingRow row, AccountId account, boolean changed) {
            return new Outcome(row.line(), account, changed ? RowOutcome.IMPORTED : RowOutcome.UNCHANGED, null);
        }
    }

    /** Keeps a pasted text as it was. */
    void storeText(ImportKey key, String text) {
        jdbc.sql("INSERT INTO import_texts (product_id, import_id, text) VALUES (:product, :import, :text)")
                .param("product", key.productId())
                .param("import", key.importId())
                .param("text", text)
                .update();
    }

    void store(ImportKey key, List<ParsedLine> lines) {
        for (int from = 0; from < lines.size(); from += BATCH) {
            storeBatch(key, lines.subList(from, Math.min(from + BATCH, lines.size())));
        }
    }

    private void storeBatch(ImportKey key, List<ParsedLine> lines) {
        int size = lines.size();
        Integer[] numbers = new Integer[size];
        String[] raw = new String[size];
        @Nullable String[] names = new String[size];
        @Nullable String[] emails = new String[size];
        String[] roles = new String[size];
        @Nullable UUID[] groups = new UUID[size];
        @Nullable String[] groupNames = new String[size];
        @Nullable Date[] anchors = new Date[size];
        String[] outcomes = new String[size];
        @Nullable String[] problems = new String[size];
        @Nullable Integer[] columns = new Integer[size];
        @Nullable String[] details = new String[size];
        for (int i = 0; i < size; i++) {
            ParsedLine line = lines.get(i);
            numbers[i] = line.number();
            raw[i] = line.raw();
            roles[i] = ListRole.STUDENT.name();
            if (line.content() instanceof Person person) {
                names[i] = person.name();
                emails[i] = person.email().value();
                roles[i] = person.role().name();
                groups[i] = person.group() == null ? null : person.group().id().value();
                groupNames[i] = person.group() == null ? null : person.group().name();
                anchors[i] = person.anchor() == null ? null : Date.valueOf(person.anchor());
                outcomes[i] = RowOutcome.PENDING.name();
            } else if (line.content() instanceof Problem problem) {
                outcomes[i] = RowOutcome.REFUSED.name();
                problems[i] = problem.code().name();
                columns[i] = problem.column();
                details[i] = problem.detail();
            }
        }
        jdbc.sql("""
                        INSERT INTO import_rows (product_id, import_id, line, raw, name, email, role, group_id, group_name,
                            anchor, outcome, problem, problem_column, problem_detail)
                        SELECT :product, :import, new.*
                        FROM unnest(:lines, :raw, :names, :emails, :roles, :groups, :groupNames, :anchors, :outcomes,
                            :problems, :columns, :details) AS new
                        """)
                .param("product", key.productId())
                .param("import", key.importId())
                .param("lines", numbers)
                .param("raw", raw)
                .param("names", names)
                .param("emails", emails)
                .param("roles", roles)
                .param("groups", groups)
                .param("groupNames", groupNames)
                .param("anchors", anchors)
                .param("outcomes", outcomes)
                .param("problems", problems)
                .param("columns", columns)
                .param("details", details)
                .update();
    }

    /** The next lines to be brought in, in order. */
    List<PendingRow> pending(ImportKey key, int fromLine, int atMost) {
        return jdbc.sql("""
                        SELECT line, name, email, role, anchor,
                            CASE role WHEN 'STUDENT' THEN coalesce(r.group_id, i.group_id) END AS group_id
                        FROM import_rows r JOIN imports i USING (product_id, import_id)
                        WHERE product_id = :product AND import_id = :import AND line >= :from AND outcome = 'PENDING'
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
                        ListRole.valueOf(row.getString("role")),
                        Optional.ofNullable(row.getObject("group_id", UUID.class))
                                .map(GroupId::new)
                                .orElse(null),
                        row.getObject("anchor", LocalDate.class)))
                .list();
    }

    void settle(ImportKey key, List<Outcome> outcomes) {
        jdbc.sql("""
                        UPDATE import_rows r SET outcome = new.outcome, account_id = new.account, problem = new.problem
                        FROM unnest(:lines, :accounts, :outcomes, :problems) AS new (line, account, outcome, problem)
                        WHERE r.product_id = :product AND r.import_id = :import AND r.line = new.line
                        """)
                .param("product", key.productId())
                .param("import", key.importId())
                .param("lines", outcomes.stream().map(Outcome::line).toArray(Integer[]::new))
                .param(
                        "accounts",
                        outcomes.stream()
                                .map(it -> it.account() == null
                                        ? null
                                        : it.account().value())
                                .toArray(UUID[]::new))
                .param(
                        "outcomes",
                        outcomes.stream().map(it -> it.outcome().name()).toArray(String[]::new))
                .param(
                        "problems",
                        outcomes.stream()
                                .map(it -> it.problem() == null
                                        ? null
                                        : it.problem().name())
                                .toArray(String[]::new))
                .update();
    }

    /** Refuses all lines that still wait, for a reason that is none of theirs. */
    void refusePending(ImportKey key, ProblemCode problem) {
        jdbc.sql("UPDATE import_rows SET outcome = 'REFUSED', problem = :problem "
                        + "WHERE product_id = :product AND import_id = :import AND outcome = 'PENDING'")
                .param("product", key.productId())
                .param("import", key.importId())
                .param("problem", problem.name())
                .update();
    }
}
