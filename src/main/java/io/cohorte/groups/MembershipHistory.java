package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the history of single students; the set-wise commands write theirs within their own statements. */
@Component
class MembershipHistory {

    private final JdbcClient jdbc;
    private final Clock clock;

    MembershipHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void moved(
            ProductId product,
            AccountId student,
            Group from,
            Group to,
            LocalDate anchorBefore,
            LocalDate anchorAfter,
            Cause cause) {
        write(product, student, HistoryKind.MOVED, from, to, anchorBefore, anchorAfter, cause);
    }

    void removed(ProductId product, AccountId student, Group from, LocalDate anchor, Cause cause) {
        write(product, student, HistoryKind.REMOVED, from, null, anchor, null, cause);
    }

    /** The place stays: it stands in the entry as both the former and the present one. */
    void blocked(ProductId product, AccountId student, Group group, LocalDate anchor, Cause cause) {
        write(product, student, HistoryKind.BLOCKED, group, group, anchor, anchor, cause);
    }

    void unblocked(ProductId product, AccountId student, Group group, LocalDate anchor, Cause cause) {
        write(product, student, HistoryKind.UNBLOCKED, group, group, anchor, anchor, cause);
    }

    /**
     * What settling purchases did.
     *
     * @param from null for who was nobody before, and then the anchor before is null too
     */
    void settled(
            ProductId product,
            AccountId student,
            HistoryKind kind,
            @Nullable Group from,
            Group to,
            @Nullable LocalDate anchorBefore,
            LocalDate anchorAfter,
            Cause cause) {
        write(product, student, kind, from, to, anchorBefore, anchorAfter, cause);
    }

    private void write(
            ProductId product,
            AccountId student,
            HistoryKind kind,
            @Nullable Group from,
            @Nullable Group to,
            @Nullable LocalDate anchorBefore,
            @Nullable LocalDate anchorAfter,
            Cause cause) {
        jdbc.sql("""
                        INSERT INTO membership_history (product_id, student_id, command_id, at, kind, cause, reference,
                            actor_id, from_group_id, from_group_name, to_group_id, to_group_name,
                            anchor_before, anchor_after)
                        VALUES (:product, :student, :command, :now, :kind, :cause, :reference,
                            :actor, :from, :fromName, :to, :toName, :before, :after)
                        """)
                .param("product", product.value())
                .param("student", student.value())
                .param("command", cause.command())
                .param("now", Timestamp.from(Instant.now(clock)))
                .param("kind", kind.name())
                .param("cause", cause.kind().name())
                .param("reference", cause.reference(), Types.OTHER)
                .param("actor", cause.actor().accountValue(), Types.OTHER)
                .param("from", from == null ? null : from.id().value(), Types.OTHER)
                .param("fromName", from == null ? null : from.name(), Types.VARCHAR)
                .param("to", to == null ? null : to.id().value(), Types.OTHER)
                .param("toName", to == null ? null : to.name(), Types.VARCHAR)
                .param("before", anchorBefore == null ? null : Date.valueOf(anchorBefore), Types.DATE)
                .param("after", anchorAfter == null ? null : Date.valueOf(anchorAfter), Types.DATE)
                .update();
    }
}
