package io.cohorte.access.web;

import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.groups.GroupQueries.GroupChoice;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group in the form of rules.
 *
 * @param index of its fields in the form
 * @param sent whether they were, so that there may be errors of them
 * @param means what the typed schedule comes to; null if it cannot be read
 * @param saved as it stands in the database
 * @param savedMeans what that comes to
 */
record RowView(
        int index,
        boolean sent,
        GroupChoice group,
        RowForm row,
        @Nullable ScheduleView means,
        RowForm saved,
        @Nullable ScheduleView savedMeans) {

    /** Whether somebody saved another schedule than the one typed. */
    public boolean isScheduledOtherwise() {
        return !saved.copiedTo(null)
                .equals(new RowForm(
                        null,
                        saved.included(),
                        row.release(),
                        row.releaseDays(),
                        row.releaseDay(),
                        row.expiry(),
                        row.expiryDays(),
                        row.expiryDay()));
    }

    public boolean isIncludedOtherwise() {
        return saved.isIncluded() != row.isIncluded();
    }

    /** The rows of the form in its order, and behind them the groups that came after it was opened. */
    static List<RowView> of(
            RulesForm form, Example example, Rules saved, @Nullable Rules module, List<GroupChoice> groups) {
        Map<UUID, GroupChoice> present = new LinkedHashMap<>();
        groups.forEach(it -> present.put(it.id().value(), it));
        List<RowView> views = new ArrayList<>();
        for (int i = 0; i < form.rows().size(); i++) {
            RowForm row = form.rows().get(i);
            GroupChoice group = row.group() == null ? null : present.remove(row.group());
            if (group != null) {
                views.add(of(i, true, group, row, example, RulesForm.row(saved, group.id(), module)));
            }
        }
        int next = form.rows().size();
        for (GroupChoice group : present.values()) {
            RowForm row = RulesForm.row(saved, group.id(), module);
            views.add(of(next++, false, group, row, example, row));
        }
        return views;
    }

    static RowView of(int index, boolean sent, GroupChoice group, RowForm row, Example example, RowForm saved) {
        return new RowView(index, sent, group, row, example.means(group, row), saved, example.means(group, saved));
    }

    /**
     * Somebody for whom rules are worked out.
     *
     * @param module whose rules stand in for what is as it has it
     * @param bought on this day
     */
    record Example(Rules module, LocalDate bought, ZoneId zone) {

        @Nullable
        ScheduleView means(GroupChoice group, RowForm row) {
            Optional<Schedule> schedule = row.isInherited()
                    ? Optional.of(module.schedules().getOrDefault(group.id(), Schedule.ALWAYS))
                    : row.schedule((field, code, arguments) -> {});
            return schedule.map(it -> ScheduleView.of(it, bought, zone)).orElse(null);
        }
    }
}
