package io.cohorte.access.web;

import io.cohorte.access.Audience;
import io.cohorte.access.PageRules;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries.GroupChoice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The rules of a module or page for all groups, as they were typed.
 *
 * @param confirmed whether the visitor saw what saving changes
 * @param seen the mark of what was typed then; anything else is shown its effects first
 */
record RulesForm(
        @Nullable Long version,
        @Nullable String audience,
        @Nullable List<RowForm> rows,
        @Nullable Boolean confirmed,
        @Nullable String seen) {

    static final String ALL = "ALL";
    static final String CHOSEN = "CHOSEN";

    RulesForm {
        rows = rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
    }

    /**
     * @param module whose rules stand behind those of a page; null for a module itself
     */
    static RulesForm of(Rules rules, long version, List<GroupChoice> groups, @Nullable Rules module) {
        return new RulesForm(
                version,
                name(rules.audience()),
                groups.stream().map(it -> row(rules, it.id(), module)).toList(),
                false,
                null);
    }

    /** Ticked where the group is among those it is for now, also where the module says so. */
    static RowForm row(Rules rules, GroupId group, @Nullable Rules module) {
        if (module == null) {
            return RowForm.of(
                    group.value(),
                    new PageRules(rules, Rules.OF_A_PAGE).isFor(group),
                    rules.schedules().getOrDefault(group, Schedule.ALWAYS));
        }
        return RowForm.of(
                group.value(),
                new PageRules(module, rules).isFor(group),
                rules.schedules().get(group));
    }

    static String name(Audience audience) {
        return audience instanceof Audience.Inherited
                ? RowForm.INHERITED
                : audience instanceof Audience.All ? ALL : CHOSEN;
    }

    public long opened() {
        return version == null ? 0 : version;
    }

    /** By which a confirmation is known to be of what was typed when the effects were shown. */
    String mark() {
        return Integer.toHexString(Objects.hash(audience, rows));
    }

    /** Whether it is to be saved without asking again. */
    boolean isConfirmed() {
        return Boolean.TRUE.equals(confirmed) && (seen == null || seen.equals(mark()));
    }

    /**
     * With the rule of one group for another too.
     *
     * @param to null for all
     */
    RulesForm copied(@Nullable UUID from, @Nullable UUID to) {
        Optional<RowForm> source =
                rows.stream().filter(it -> Objects.equals(it.group(), from)).findFirst();
        List<RowForm> changed = rows.stream()
                .map(it -> source.isPresent() && (to == null || to.equals(it.group()))
                        ? source.get().copiedTo(it.group())
                        : it)
                .toList();
        return new RulesForm(version, audience, changed, false, null);
    }

    /**
     * The rules that were typed.
     *
     * @param present of the module or page: what it says of groups the form does not name stays
     * @param errors told of each field that cannot be read: then the rules are incomplete
     */
    Rules read(Rules present, boolean ofPage, Errors errors) {
        Map<GroupId, Schedule> schedules = new HashMap<>(present.schedules());
        Set<GroupId> ticked = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            RowForm row = rows.get(i);
            String place = "rows[" + i + "].";
            if (row.group() == null) {
                errors.rejectValue("rows", "NotNull");
                continue;
            }
            GroupId group = new GroupId(row.group());
            if (row.isIncluded()) {
                ticked.add(group);
            }
            schedules.remove(group);
            if (!ofPage && row.isInherited()) {
                errors.rejectValue(place + "release", "NotNull");
            }
            row.schedule((field, code, arguments) -> errors.rejectValue(place + field, code, arguments, null))
                    .filter(it -> ofPage || !it.equals(Schedule.ALWAYS))
                    .ifPresent(it -> schedules.put(group, it));
        }
        return new Rules(audience(ticked, ofPage, errors), schedules);
    }

    private Audience audience(Set<GroupId> ticked, boolean ofPage, Errors errors) {
        if (ofPage && RowForm.INHERITED.equals(audience)) {
            return new Audience.Inherited();
        }
        if (ALL.equals(audience)) {
            return new Audience.All();
        }
        if (!CHOSEN.equals(audience)) {
            errors.rejectValue("audience", "NotNull");
        }
        return new Audience.Chosen(ticked);
    }
}
