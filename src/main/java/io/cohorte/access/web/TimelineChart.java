package io.cohorte.access.web;

import io.cohorte.access.Timeline;
import io.cohorte.content.Outline.ModuleLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A timeline with the places of its bars, in units of which the whole is {@link #WIDTH} wide.
 *
 * @param today where the present lies
 * @param ticks some days along it
 */
record TimelineChart(List<Section> sections, List<Tick> ticks, int today) {

    static final int WIDTH = 440;
    private static final int TICKS = 3;

    /** How far it reaches behind the last thing that happens, as one in so many of the whole. */
    private static final int MARGIN = 12;

    record Section(ModuleLine module, List<Bar> bars) {}

    record Tick(int x, LocalDate day) {}

    /**
     * A page.
     *
     * @param x where it opens
     * @param width null if it never does
     */
    record Bar(Timeline.Line line, int x, @Nullable Integer width) {}

    static TimelineChart of(Timeline timeline, LocalDate bought, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate first = bought.isBefore(today) ? bought : today;
        LocalDate last = Stream.concat(
                        Stream.of(bought.plusDays(30), today.plusDays(7)),
                        timeline.sections().stream()
                                .flatMap(it -> it.lines().stream())
                                .filter(Timeline.Line::hasWindow)
                                .flatMap(it -> Stream.of(it.opens(), it.closes()))
                                .filter(Objects::nonNull)
                                .map(it -> LocalDate.ofInstant(it, zone)))
                .max(LocalDate::compareTo)
                .orElseThrow();
        long days = last.toEpochDay() - first.toEpochDay();
        Scale scale = new Scale(first.atStartOfDay(zone).toInstant(), days + days / MARGIN + 1);
        List<Section> sections = timeline.sections().stream()
                .map(it -> new Section(
                        it.module(),
                        it.lines().stream()
                                .map(line -> bar(line, bought, zone, scale))
                                .toList()))
                .toList();
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < TICKS; i++) {
            LocalDate day = first.plusDays(scale.days() * i / TICKS);
            ticks.add(new Tick(scale.x(day.atStartOfDay(zone).toInstant()), day));
        }
        return new TimelineChart(sections, ticks, scale.x(now));
    }

    /** Nothing is open before the purchase; what never closes runs to the end. */
    private static Bar bar(Timeline.Line line, LocalDate bought, ZoneId zone, Scale scale) {
        Instant purchase = bought.atStartOfDay(zone).toInstant();
        Instant opens = line.opens() == null || line.opens().isBefore(purchase) ? purchase : line.opens();
        int x = scale.x(opens);
        int end = line.closes() == null ? WIDTH : scale.x(line.closes());
        boolean shown = line.hasWindow() && (line.closes() == null || opens.isBefore(line.closes()));
        return new Bar(line, x, shown ? Integer.valueOf(Math.max(end - x, 2)) : null);
    }

    private record Scale(Instant start, long days) {

        int x(Instant moment) {
            double seconds = moment.getEpochSecond() - start.getEpochSecond();
            return (int) Math.round(Math.max(0, Math.min(WIDTH, seconds / (days * 86_400.0) * WIDTH)));
        }
    }
}
