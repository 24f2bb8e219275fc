package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Writes many new memberships at once, with their grants, search rows and history. Rows go in the order of their keys,
 * so that two enrolments cannot wait for each other in a circle.
 */
@Component
class Enrolment {

    /**
     * New students, and those whose access has ended; whoever is in, or blocked, is left alone. Their rows are locked
     * all the same, so that what {@link #BLOCKED} finds afterwards is still so.
     */
    private static final String MEMBERSHIPS = """
            INSERT INTO memberships AS m (product_id, student_id, group_id, anchor, joined_at, version)
            SELECT :product, student, :group, anchor, :now, 0
            FROM unnest(:students, :anchors) AS new (student, anchor)
            ORDER BY student
            ON CONFLICT (product_id, student_id) DO UPDATE
            SET group_id = EXCLUDED.group_id, anchor = EXCLUDED.anchor, access_ends_at = NULL, removed_at = NULL,
                suspended_at = NULL, version = m.version + 1
            WHERE m.access_ends_at <= :now AND m.blocked_at IS NULL
            RETURNING student_id
            """;

    private static final String BLOCKED = """
            SELECT student_id FROM memberships
            WHERE product_id = :product AND student_id = ANY (:students) AND blocked_at IS NOT NULL
            """;

    private static final String GRANTS = """
            INSERT INTO grants (product_id, student_id, kind, reference, group_id, starts_at, version)
            SELECT :product, student, :kind, :reference, :group, :now, 0 FROM unnest(:students) AS new (student)
            """;

    private static final String HISTORY = """
            INSERT INTO membership_history (product_id, student_id, command_id, at, kind, cause, reference, actor_id,
                to_group_id, to_group_name, anchor_after)
            SELECT :product, student, :command, :now, 'JOINED', :cause, :reference, :actor, :group, :groupName, anchor
            FROM unnest(:students, :anchors) AS new (student, anchor)
            """;

    private final JdbcClient jdbc;
    private final MemberSearch search;

    Enrolment(JdbcClient jdbc, MemberSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /** Writes the memberships alone. From here on the rows of all these people are this transaction's own. */
    Enrolled place(ProductId product, GroupId group, Collection<Newcomer> people, Instant now) {
        List<Newcomer> sorted = people.stream()
                .sorted(Comparator.comparing(it -> it.student().toString()))
                .toList();
        UUID[] students = students(sorted);
        Set<AccountId> joined = accounts(jdbc.sql(MEMBERSHIPS)
                .param("product", product.value())
                .param("group", group.value())
                .param("now", Timestamp.from(now))
                .param("students", students)
                .param("anchors", anchors(sorted)));
        Set<AccountId> blocked = joined.size() == students.length
                ? Set.of()
                : accounts(jdbc.sql(BLOCKED).param("product", product.value()).param("students", students));
        return new Enrolled(joined, blocked);
    }

    /** Writes what belongs to the memberships of those who joined. */
    void complete(
            ProductRef product,
            GroupId group,
            String groupName,
            List<Newcomer> joined,
            GrantKind kind,
            Cause cause,
            Instant now) {
        UUID[] students = students(joined);
        jdbc.sql(GRANTS)
                .param("product", product.id().value())
                .param("students", students)
                .param("kind", kind.name())
                .param("reference", cause.reference())
                .param("group", group.value())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql(HISTORY)
                .param("product", product.id().value())
                .param("students", students)
                .param("command", cause.command())
                .param("now", Timestamp.from(now))
                .param("cause", cause.kind().name())
                .param("reference", cause.reference())
                .param("actor", cause.actor().accountValue(), Types.OTHER)
                .param("group", group.value())
                .param("groupName", groupName)
                .param("anchors", anchors(joined))
                .update();
        search.write(product, students);
    }

    private static UUID[] students(List<Newcomer> people) {
        return people.stream().map(it -> it.student().value()).toArray(UUID[]::new);
    }

    private static Date[] anchors(List<Newcomer> people) {
        return people.stream().map(it -> Date.valueOf(it.anchor())).toArray(Date[]::new);
    }

    private static Set<AccountId> accounts(StatementSpec statement) {
        return statement.query(UUID.class).list().stream().map(AccountId::new).collect(Collectors.toSet());
    }
}
