package io.cohorte.lists;

import io.cohorte.lists.DateFindings.Basis;
import io.cohorte.lists.DateFindings.Occurrences;
import io.cohorte.lists.DateFindings.Sample;
import io.cohorte.lists.PlainDate.Parts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers from the dates of a list in which order they are written. */
final class DateEvidence {

    private static final int SAMPLES = 2;

    private final Kind dayFirst = new Kind();
    private final Kind monthFirst = new Kind();
    private final Kind ambiguous = new Kind();
    private final Kind certain = new Kind();

    /** Dates of a kind: how many, and the first few. */
    private static final class Kind {

        private static final int FIRST = 5;

        private int count;
        private final List<Integer> lines = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        void add(int line, String text) {
            count++;
            if (lines.size() < FIRST) {
                lines.add(line);
                texts.add(text);
            }
        }

        Occurrences occurrences() {
            return new Occurrences(count, lines);
        }

        Stream<Sample> samples(DateOrder order) {
            return Stream.iterate(0, it -> it < lines.size(), it -> it + 1)
                    .flatMap(it -> sample(lines.get(it), texts.get(it), order).stream());
        }

        private static Optional<Sample> sample(int line, String text, DateOrder order) {
            return Optional.ofNullable(PlainDate.parts(text))
                    .flatMap(it -> it.day(order))
                    .map(day -> new Sample(line, text, day));
        }
    }

    void look(int line, String text) {
        Parts parts = PlainDate.parts(text);
        if (parts == null) {
            return;
        }
        Optional<LocalDate> oneWay = parts.day(DateOrder.DAY_FIRST);
        Optional<LocalDate> otherWay = parts.day(DateOrder.MONTH_FIRST);
        if (oneWay.isPresent() && otherWay.isPresent()) {
            (oneWay.equals(otherWay) ? certain : ambiguous).add(line, text);
        } else if (oneWay.isPresent()) {
            dayFirst.add(line, text);
        } else if (otherWay.isPresent()) {
            monthFirst.add(line, text);
        }
    }

    DateFindings findings(@Nullable DateOrder chosen, DateOrder usual) {
        DateOrder order = order(chosen, usual);
        List<Sample> samples = Stream.of(ambiguous, dayFirst, monthFirst, certain)
                .flatMap(it -> it.samples(order))
                .limit(SAMPLES)
                .toList();
        return new DateFindings(
                order,
                basis(chosen),
                dayFirst.occurrences(),
                monthFirst.occurrences(),
                ambiguous.occurrences(),
                certain.occurrences(),
                samples);
    }

    private DateOrder order(@Nullable DateOrder chosen, DateOrder usual) {
        if (chosen != null) {
            return chosen;
        }
        if (dayFirst.count > 0 == monthFirst.count > 0) {
            return usual;
        }
        return dayFirst.count > 0 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }

    private Basis basis(@Nullable DateOrder chosen) {
        boolean evident = dayFirst.count + monthFirst.count > 0;
        if (dayFirst.count > 0 && monthFirst.count > 0) {
            return Basis.CONTRADICTORY;
        }
        if (!evident && ambiguous.count == 0) {
            return Basis.NONE;
        }
        if (chosen != null) {
            return Basis.CHOSEN;
        }
        return evident ? Basis.EVIDENT : Basis.ASSUMED;
    }
}
