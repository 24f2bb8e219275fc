package io.cohorte.progress;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.Curriculum;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.progress.FigureRows.Counted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door for reads of how the students of a product are doing, all together. */
@Service
public class FigureQueries {

    private final AccessQueries access;
    private final GroupQueries groups;
    private final FigureRows rows;
    private final KeptCountings kept;
    private final Clock clock;

    FigureQueries(AccessQueries access, GroupQueries groups, FigureRows rows, KeptCountings kept, Clock clock) {
        this.access = access;
        this.groups = groups;
        this.rows = rows;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * The figures of a product. What took more than a second to count is given again for five minutes.
     *
     * @param group whose pages are told of; null for those of all groups
     */
    public Figures of(ProductView product, @Nullable GroupId group) {
        return kept.of(product.ref().id(), () -> count(product)).figures(group);
    }

    private Counting count(ProductView product) {
        Instant begun = clock.instant();
        Curriculum curriculum = access.curriculum(product);
        List<GroupChoice> choices = groups.choices(product.ref().id());
        Map<GroupId, Syllabus> syllabuses = new LinkedHashMap<>();
        choices.forEach(it -> syllabuses.put(it.id(), Syllabus.of(curriculum, it.id())));
        Counted counted = rows.count(product.ref().id(), syllabuses);
        return new Counting(begun, Duration.between(begun, clock.instant()), curriculum, choices, syllabuses, counted);
    }
}
