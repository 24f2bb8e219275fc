package io.cohorte.imports;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of an import are shown; of two that are null, all.
 *
 * @param standing of a preview: those who stand so
 * @param outcome of a run: those that came to this
 * @param address of the people
 */
public record RowFilter(
        @Nullable Standing standing,
        @Nullable RowOutcome outcome,
        @Nullable String address) {

    public static final RowFilter ALL = new RowFilter(null, null, null);

    Optional<String> email() {
        return Optional.ofNullable(address);
    }

    /** What rows {@code r} have to satisfy, beginning with AND; lines that stand both ways count as elsewhere. */
    String condition(String outcomeOfRow) {
        StringBuilder condition = new StringBuilder();
        if (standing == Standing.ELSEWHERE) {
            condition.append(" AND r.standing IN ('ELSEWHERE', 'BOTH')");
        } else if (standing != null) {
            condition.append(" AND r.standing = '").append(standing).append('\'');
        }
        if (outcome != null) {
            condition
                    .append(" AND ")
                    .append(outcomeOfRow)
                    .append(" = '")
                    .append(outcome)
                    .append('\'');
            if (outcome == RowOutcome.REFUSED) {
                condition.append(" AND r.standing = 'REFUSED'");
            }
        }
        if (address != null) {
            condition.append(" AND r.email = :email");
        }
        return condition.toString();
    }
}
