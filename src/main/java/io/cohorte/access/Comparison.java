package io.cohorte.access;

import io.cohorte.catalog.ZoneForecast.Turning;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.groups.AccessEffects.Effect;
import io.cohorte.groups.GroupId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What students see before and after a change, page by page. */
final class Comparison {

    private final List<String> titles;
    private final Outlook before;
    private final Outlook after;
    private final LocalDate today;

    /** Of two states of a curriculum at one moment. */
    Comparison(Curriculum before, Curriculum after, Instant moment) {
        List<PageLine> lines = before.outline().pages().toList();
        List<PageId> pages = lines.stream().map(PageLine::id).toList();
        this.titles = lines.stream().map(PageLine::title).toList();
        this.before = new Outlook(before, pages, moment);
        this.after = before == after ? this.before : new Outlook(after, pages, moment);
        this.today = LocalDate.ofInstant(moment, before.product().zone());
    }

    /** The day of the moment, in the product's zone. */
    LocalDate today() {
        return today;
    }

    /** Students who stand alike before a change and alike after it. */
    record Change(GroupId from, LocalDate anchor, GroupId to, LocalDate anchorAfter, long students) {}

    private record Difference(
            List<String> loses, List<String> gains, List<String> losesLater, List<String> gainsLater) {

        boolean isNone() {
            return loses.isEmpty() && gains.isEmpty() && losesLater.isEmpty() && gainsLater.isEmpty();
        }
    }

    /** Who loses and who gains what. */
    List<Effect> effects(Collection<Change> changes) {
        Map<List<Reach[]>, Long> alike = new HashMap<>();
        for (Change it : changes) {
            // Equal by identity: an outlook answers with one array for all to whom the same applies.
            List<Reach[]> key = List.of(before.of(it.from(), it.anchor()), after.of(it.to(), it.anchorAfter()));
            alike.merge(key, it.students(), Long::sum);
        }
        Map<Difference, Long> students = new LinkedHashMap<>();
        alike.forEach((pair, number) -> students.merge(difference(pair.get(0), pair.get(1)), number, Long::sum));
        return students.entrySet().stream()
                .filter(it -> !it.getKey().isNone())
                .map(it -> effect(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing(Effect::students).reversed())
                .toList();
    }

    /** How many pages open and how many close for at least one student. */
    Turning turning(Collection<Change> changes) {
        BitSet opening = new BitSet();
        BitSet closing = new BitSet();
        for (Change it : changes) {
            Reach[] was = before.of(it.from(), it.anchor());
            Reach[] is = after.of(it.to(), it.anchorAfter());
            for (int i = 0; i < was.length; i++) {
                opening.set(i, opening.get(i) || (was[i] != Reach.OPEN && is[i] == Reach.OPEN));
                closing.set(i, closing.get(i) || (was[i] == Reach.OPEN && is[i] != Reach.OPEN));
            }
        }
        return new Turning(opening.cardinality(), closing.cardinality());
    }

    /**
     * The titles of the pages that somebody sees or will see before, and nobody after: neither a student nor one who
     * would buy today.
     */
    List<String> seenByNobody(
            Collection<GroupId> groupsBefore, Collection<GroupId> groupsAfter, Collection<Change> changes) {
        boolean[] seenBefore = new boolean[titles.size()];
        boolean[] seenAfter = new boolean[titles.size()];
        groupsBefore.forEach(it -> mark(seenBefore, before.of(it, today)));
        groupsAfter.forEach(it -> mark(seenAfter, after.of(it, today)));
        changes.forEach(it -> {
            mark(seenBefore, before.of(it.from(), it.anchor()));
            mark(seenAfter, after.of(it.to(), it.anchorAfter()));
        });
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            if (seenBefore[i] && !seenAfter[i]) {
                lost.add(titles.get(i));
            }
        }
        return lost;
    }

    private static void mark(boolean[] seen, Reach[] reaches) {
        for (int i = 0; i < seen.length; i++) {
            seen[i] |= reaches[i] != Reach.NEVER;
        }
    }

    private Difference difference(Reach[] was, Reach[] is) {
        Difference difference =
                new Difference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (!Arrays.equals(was, is)) {
            for (int i = 0; i < was.length; i++) {
                if (was[i] != is[i]) {
                    list(difference, was[i], is[i]).add(titles.get(i));
                }
            }
        }
        return difference;
    }

    private static List<String> list(Difference difference, Reach was, Reach is) {
        if (was == Reach.OPEN) {
            return difference.loses();
        }
        if (is == Reach.OPEN) {
            return difference.gains();
        }
        return was == Reach.LATER ? difference.losesLater() : difference.gainsLater();
    }

    private static Effect effect(Difference it, long students) {
        return new Effect(students, it.loses(), it.gains(), it.losesLater(), it.gainsLater());
    }
}
