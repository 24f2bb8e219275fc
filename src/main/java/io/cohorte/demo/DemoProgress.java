package io.cohorte.demo;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.Curriculum;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.content.PageId;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberQueries;
import io.cohorte.groups.MemberQueries.MemberRow;
import io.cohorte.progress.PageVisit;
import io.cohorte.progress.PastProgress;
import io.cohorte.progress.Syllabus;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.stereotype.Component;

/**
 * Makes up what the students of the demo have opened and finished: many begin, some stop on the way, few are through.
 * Nobody opens a page before it opens for them.
 */
@Component
class DemoProgress {

    private static final long SEED = 20_260_214;

    /** Of a product with more students the others have done nothing yet. */
    private static final int MOST_STUDENTS = 2_000;

    private static final int BATCH = 500;
    private static final int PERCENT_NEVER_BEGIN = 20;
    private static final int PERCENT_CAME_LATELY = 45;
    private static final int PERCENT_STOP_AT_A_PAGE = 8;
    private static final int HARD_PAGE = 4;
    private static final int PERCENT_STOP_AT_THE_HARD_ONE = 35;
    private static final int PERCENT_MARK_IT_DONE = 93;
    private static final Duration BETWEEN_OPENINGS = Duration.ofMinutes(35);

    private final ProductQueries products;
    private final AccessQueries access;
    private final MemberQueries members;
    private final PastProgress past;
    private final Clock clock;

    DemoProgress(ProductQueries products, AccessQueries access, MemberQueries members, PastProgress past, Clock clock) {
        this.products = products;
        this.access = access;
        this.members = members;
        this.past = past;
        this.clock = clock;
    }

    /** @param signsIn the address of the one who can sign in, and has begun */
    void makeUp(ProductRef product, String signsIn) {
        Curriculum curriculum = access.curriculum(products.get(product));
        Random random = new Random(SEED);
        MemberRow behind = null;
        for (int i = 0; i < MOST_STUDENTS; i += BATCH) {
            List<MemberRow> batch = members.following(product, MemberFilter.all(), behind, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            Map<AccountId, Collection<PageVisit>> visits = new HashMap<>();
            batch.forEach(it -> visits.put(it.student(), visits(it, curriculum, signsIn, random)));
            past.takeOver(product.id(), visits);
            behind = batch.get(batch.size() - 1);
        }
    }

    private List<PageVisit> visits(MemberRow student, Curriculum curriculum, String signsIn, Random random) {
        List<PageVisit> visits = new ArrayList<>();
        boolean known = student.email().equals(signsIn);
        if (random.nextInt(100) < PERCENT_NEVER_BEGIN && !known) {
            return visits;
        }
        Instant now = clock.instant();
        Instant bought =
                student.anchor().atStartOfDay(curriculum.product().zone()).toInstant();
        Instant at = random.nextInt(100) < PERCENT_CAME_LATELY && !known
                ? later(bought, now.minus(Duration.ofDays(random.nextInt(30))))
                : bought;
        for (PageId page : Syllabus.of(curriculum, student.group()).pages()) {
            Instant opens = curriculum
                    .page(page)
                    .rules()
                    .schedule(student.group())
                    .opens(student.anchor(), curriculum.product().zone());
            at = later(at, opens).plus(Duration.ofMinutes(20 + random.nextInt(60 * 40)));
            if (!at.isBefore(now.minus(BETWEEN_OPENINGS.multipliedBy(4)))) {
                break;
            }
            boolean done = random.nextInt(100) < PERCENT_MARK_IT_DONE;
            int openings = 1 + random.nextInt(4);
            Instant last = at.plus(BETWEEN_OPENINGS.multipliedBy(openings - 1));
            visits.add(new PageVisit(page, at, last, openings, done ? at.plus(Duration.ofMinutes(12)) : null, 0));
            at = last;
            boolean hard = visits.size() == HARD_PAGE;
            if (random.nextInt(100) < (hard ? PERCENT_STOP_AT_THE_HARD_ONE : PERCENT_STOP_AT_A_PAGE) || known && hard) {
                break;
            }
        }
        return visits;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
