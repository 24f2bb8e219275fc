package io.cohorte.progress;

import io.cohorte.content.PageId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The door for what a student does with pages. Its callers have found out that the page is open to the student, and
 * never note anything of staff (product.md D26).
 */
@CommandService
public class Progress {

    /** What follows within it is the same opening. */
    static final Duration SAME_OPENING = Duration.ofMinutes(30);

    private static final int LONGEST_VIDEO = 1_000_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Progress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that a student opened a page, if it is not the same opening as their last one. */
    public void opened(ProductId product, AccountId student, PageId page) {
        opened(product, student, page, List.of(page));
    }

    /**
     * Notes that a student opened a page, if it is not the same opening as their last one, and tells what they had done
     * until then: all in one statement. Nobody waits for the disk to read a page: where the power fails,
     * the openings of the last second may be lost.
     *
     * @param shown the pages of which it is told
     */
    public Visits opened(ProductId product, AccountId student, PageId page, Collection<PageId> shown) {
        return ProgressQueries.visits(jdbc.sql("""
                        WITH news AS (
                            SELECT CAST(:now AS timestamptz) AS at, set_config('synchronous_commit', 'off', true)
                            WHERE NOT EXISTS (
                                SELECT FROM page_progress v JOIN student_activity a USING (product_id, student_id)
                                WHERE v.product_id = :product AND v.student_id = :student AND v.page_id = :page
                                    AND a.last_page_id = v.page_id AND v.last_opened_at > :before)
                        ), activity AS (
                            INSERT INTO student_activity AS present (product_id, student_id, last_active_at, last_page_id)
                            SELECT :product, :student, at, :page FROM news
                            ON CONFLICT (product_id, student_id) DO UPDATE SET last_page_id = excluded.last_page_id,
                                last_active_at = greatest(present.last_active_at, excluded.last_active_at)
                        ), opening AS (
                            INSERT INTO page_progress AS present
                                (product_id, student_id, page_id, first_opened_at, last_opened_at, openings)
                            SELECT :product, :student, :page, at, at, 1 FROM news
                            ON CONFLICT (product_id, student_id, page_id) DO UPDATE SET
                                last_opened_at = greatest(present.last_opened_at, excluded.last_opened_at),
                                openings = present.openings
                                    + CASE WHEN present.last_opened_at <= :before THEN 1 ELSE 0 END
                        )
                        SELECT * FROM page_progress
                        WHERE product_id = :product AND student_id = :student AND page_id = ANY (:shown)
                        """)
                .param("shown", shown.stream().map(PageId::value).toArray(UUID[]::new))
                .param("product", product.value())
                .param("student", student.value())
                .param("page", page.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("before", Timestamp.from(clock.instant().minus(SAME_OPENING))));
    }

    /** Marks a page as done; one that is done stays done since then. */
    public void done(ProductId product, AccountId student, PageId page) {
        opened(product, student, page);
        jdbc.sql("UPDATE page_progress SET done_at = :now WHERE product_id = :product AND student_id = :student "
                        + "AND page_id = :page AND done_at IS NULL")
                .param("product", product.value())
                .param("student", student.value())
                .param("page", page.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes the mark back; nothing happens to a page that is not marked. */
    public void undone(ProductId product, AccountId student, PageId page) {
        jdbc.sql("UPDATE page_progress SET done_at = NULL WHERE product_id = :product AND student_id = :student "
                        + "AND page_id = :page AND done_at IS NOT NULL")
                .param("product", product.value())
                .param("student", student.value())
                .param("page", page.value())
                .update();
    }

    /**
     * Notes where a student left the uploaded video of a page they opened.
     *
     * @param seconds from its beginning, 0 to 1,000,000
     */
    public void watched(ProductId product, AccountId student, PageId page, int seconds) {
        jdbc.sql("UPDATE page_progress SET video_seconds = :seconds WHERE product_id = :product "
                        + "AND student_id = :student AND page_id = :page")
                .param("product", product.value())
                .param("student", student.value())
                .param("page", page.value())
                .param("seconds", Math.max(0, Math.min(seconds, LONGEST_VIDEO)))
                .update();
    }
}
