package io.cohorte.imports.web;

import io.cohorte.groups.GroupId;
import io.cohorte.imports.ImportView;
import io.cohorte.lists.Choices;
import io.cohorte.lists.DateFindings.Basis;
import io.cohorte.lists.DateOrder;
import io.cohorte.lists.Encoding;
import io.cohorte.lists.Field;
import io.cohorte.lists.Findings;
import io.cohorte.lists.Separator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a list is to be read again.
 *
 * @param order null to leave it to the list
 * @param columns what each column holds, from the left
 * @param date the day of purchase of lines without one, as ISO 8601
 */
record ReadingForm(
        @NotNull UUID group,
        @NotBlank String date,
        @Nullable Encoding encoding,
        @Nullable Separator separator,
        @Nullable DateOrder order,
        @Nullable Boolean header,
        @Nullable List<Field> columns) {

    /** Columns that can be named: a list of people has fewer. */
    static final int MOST_COLUMNS = 20;

    /** The list as it was read. */
    static ReadingForm of(ImportView run, @Nullable Findings findings) {
        UUID group = Objects.requireNonNull(run.group()).value();
        String date = Objects.requireNonNull(run.defaultAnchor()).toString();
        return findings == null
                ? new ReadingForm(group, date, null, null, null, null, null)
                : new ReadingForm(
                        group,
                        date,
                        findings.encoding(),
                        findings.separator(),
                        findings.dates().basis() == Basis.CHOSEN
                                ? findings.dates().order()
                                : null,
                        findings.header(),
                        columns(findings));
    }

    private static List<Field> columns(Findings findings) {
        int width = Math.min(
                MOST_COLUMNS, Math.max(findings.width(), findings.columns().size()));
        return IntStream.range(0, width)
                .mapToObj(it ->
                        it < findings.columns().size() ? findings.columns().get(it) : Field.IGNORED)
                .toList();
    }

    GroupId chosenGroup() {
        return new GroupId(group);
    }

    /**
     * What was changed against how the list was read; the rest is found again. With another separator the columns are
     * others too.
     */
    Choices choices(ImportView run, @Nullable Findings findings) {
        ReadingForm before = of(run, findings);
        boolean sameColumns = Objects.equals(separator, before.separator) && Objects.equals(header, before.header);
        return new Choices(
                encoding,
                separator,
                order,
                header,
                sameColumns && columns != null && !columns.equals(before.columns)
                        ? Stream.of(columns.toArray(Field[]::new))
                                .map(it -> Objects.requireNonNullElse(it, Field.IGNORED))
                                .toList()
                        : null);
    }
}
