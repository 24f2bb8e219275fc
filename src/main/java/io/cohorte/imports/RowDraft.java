package io.cohorte.imports;

import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.lists.ListRole;
import io.cohorte.lists.ListedLine;
import io.cohorte.lists.ListedLine.Person;
import io.cohorte.lists.ListedLine.Refused;
import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.Ids;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A line as it is written down: somebody to be brought in, or why not.
 *
 * @param group the line's own
 */
record RowDraft(
        int line,
        @Nullable Person person,
        @Nullable GroupChoice group,
        @Nullable String raw,
        @Nullable Refused refused) {

    /**
     * @param groups by the key of their name
     * @throws IllegalArgumentException if the line is the header
     */
    static RowDraft of(ListedLine line, Map<String, GroupChoice> groups) {
        if (line.content() instanceof Person person) {
            GroupChoice group = person.group() == null ? null : groups.get(person.group());
            return new RowDraft(line.number(), person, group, null, null);
        }
        if (line.content() instanceof Refused refused) {
            return new RowDraft(line.number(), null, null, line.raw(), refused);
        }
        throw new IllegalArgumentException("a header is no row");
    }

    static RowDraft refused(int line, String raw, ProblemCode code, int column, String detail) {
        return new RowDraft(line, null, null, raw, new Refused(code, column, detail));
    }

    static StatementSpec bind(List<RowDraft> rows, StatementSpec statement) {
        return statement
                .param("lines", array(rows, RowDraft::line, Integer[]::new))
                .param("raw", array(rows, RowDraft::raw, String[]::new))
                .param("names", array(rows, it -> it.of(Person::name), String[]::new))
                .param(
                        "emails",
                        array(rows, it -> it.of(person -> person.email().value()), String[]::new))
                .param(
                        "roles",
                        array(
                                rows,
                                it -> Optional.ofNullable(it.of(Person::role))
                                        .orElse(ListRole.STUDENT)
                                        .name(),
                                String[]::new))
                .param(
                        "groups",
                        array(
                                rows,
                                it -> it.group == null ? null : it.group.id().value(),
                                UUID[]::new))
                .param("groupNames", array(rows, it -> it.group == null ? null : it.group.name(), String[]::new))
                .param(
                        "anchors",
                        array(
                                rows,
                                it -> it.of(person -> person.date() == null ? null : Date.valueOf(person.date())),
                                Date[]::new))
                .param(
                        "ownDates",
                        array(
                                rows,
                                it -> Optional.ofNullable(it.of(Person::ownDate))
                                        .orElse(false),
                                Boolean[]::new))
                .param(
                        "notices",
                        array(
                                rows,
                                it -> it.of(person -> person.notice() == null
                                        ? null
                                        : person.notice().code().name()),
                                String[]::new))
                .param(
                        "noticeDetails",
                        array(
                                rows,
                                it -> it.of(person -> person.notice() == null
                                        ? null
                                        : person.notice().detail()),
                                String[]::new))
                .param(
                        "problems",
                        array(
                                rows,
                                it -> it.refused == null
                                        ? null
                                        : it.refused.code().name(),
                                String[]::new))
                .param("columns", array(rows, it -> it.refused == null ? null : it.refused.column(), Integer[]::new))
                .param("details", array(rows, it -> it.refused == null ? null : it.refused.detail(), String[]::new))
                .param("proposed", array(rows, it -> it.of(person -> Ids.next()), UUID[]::new));
    }

    private <T> @Nullable T of(Function<Person, @Nullable T> part) {
        return person == null ? null : part.apply(person);
    }

    private static <T> T[] array(
            List<RowDraft> rows, Function<RowDraft, @Nullable T> part, java.util.function.IntFunction<T[]> maker) {
        return rows.stream().map(part).toArray(maker);
    }
}
