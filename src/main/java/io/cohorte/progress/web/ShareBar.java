package io.cohorte.progress.web;

import io.cohorte.progress.Figures.GroupFigures;
import io.cohorte.progress.Share;
import java.util.ArrayList;
import java.util.List;

/** The students of a group as one bar, {@link #WIDTH} wide, with a part for those who are so far. */
record ShareBar(List<Part> parts) {

    static final int WIDTH = 1000;

    record Part(Share share, long x, long width) {}

    /** @param group with at least one student who has something to do */
    static ShareBar of(GroupFigures group) {
        List<Part> parts = new ArrayList<>();
        long before = 0;
        for (Share share : Share.values()) {
            long students = group.shares().getOrDefault(share, 0L);
            long x = before * WIDTH / group.students();
            before += students;
            if (students > 0) {
                parts.add(new Part(share, x, before * WIDTH / group.students() - x));
            }
        }
        return new ShareBar(parts);
    }
}
