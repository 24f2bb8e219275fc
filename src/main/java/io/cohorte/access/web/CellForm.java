package io.cohorte.access.web;

import io.cohorte.access.PageRules;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.groups.GroupId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The rule of one group at one page, as it was typed.
 *
 * @param confirmed whether the visitor saw what saving changes
 * @param seen the mark of what was typed then; anything else is shown its effects first
 */
record CellForm(
        @Nullable Long version,
        @Nullable RowForm row,
        @Nullable Boolean confirmed,
        @Nullable String seen) {

    static CellForm of(PageRules present, GroupId group, long version) {
        return new CellForm(
                version,
                RowForm.of(
                        group.value(),
                        present.isFor(group),
                        present.page().schedules().get(group)),
                false,
                null);
    }

    public long opened() {
        return version == null ? 0 : version;
    }

    String mark() {
        return Integer.toHexString(Objects.hashCode(row));
    }

    boolean isConfirmed() {
        return Boolean.TRUE.equals(confirmed) && (seen == null || seen.equals(mark()));
    }

    /** The page's rules with what was typed; errors are told of each field that cannot be read. */
    Rules read(PageRules present, GroupId group, Set<GroupId> all, Errors errors) {
        if (row == null) {
            errors.rejectValue("row", "NotNull");
            return present.page();
        }
        Optional<Schedule> schedule =
                row.schedule((field, code, arguments) -> errors.rejectValue("row." + field, code, arguments, null));
        return present.with(group, row.isIncluded(), schedule.orElse(null), all);
    }
}
