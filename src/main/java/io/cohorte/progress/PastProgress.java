package io.cohorte.progress;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for what students did before this program could note it, set-wise: elsewhere, or in a demo's imagination. */
@CommandService
public class PastProgress {

    private final JdbcClient jdbc;

    PastProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes visits by student. Of a page they have opened here since, what is noted stays. */
    public void takeOver(ProductId product, Map<AccountId, Collection<PageVisit>> visits) {
        List<UUID> students = visits.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(visit -> it.getKey().value()))
                .toList();
        List<PageVisit> all =
                visits.values().stream().flatMap(Collection::stream).toList();
        jdbc.sql("""
                        WITH past AS (
                            SELECT * FROM unnest(:students, :pages, :firsts, :lasts, :openings, :dones, :seconds)
                                AS p (student_id, page_id, first_at, last_at, openings, done_at, seconds)
                        ), activity AS (
                            INSERT INTO student_activity AS present (product_id, student_id, last_active_at, last_page_id)
                            SELECT DISTINCT ON (student_id) CAST(:product AS uuid), student_id, last_at, page_id FROM past
                            ORDER BY student_id, last_at DESC
                            ON CONFLICT (product_id, student_id) DO UPDATE SET last_active_at = excluded.last_active_at,
                                last_page_id = excluded.last_page_id
                            WHERE present.last_active_at < excluded.last_active_at
                        )
                        INSERT INTO page_progress (product_id, student_id, page_id, first_opened_at, last_opened_at, openings,
                            done_at, video_seconds)
                        SELECT :product, student_id, page_id, first_at, last_at, openings, done_at, seconds FROM past
                        ORDER BY student_id, page_id
                        ON CONFLICT DO NOTHING
                        """)
                .param("product", product.value())
                .param("students", students.toArray(UUID[]::new))
                .param("pages", all.stream().map(it -> it.page().value()).toArray(UUID[]::new))
                .param("firsts", moments(all, PageVisit::firstOpenedAt))
                .param("lasts", moments(all, PageVisit::lastOpenedAt))
                .param("openings", all.stream().map(PageVisit::openings).toArray(Integer[]::new))
                .param("dones", moments(all, PageVisit::doneAt))
                .param("seconds", all.stream().map(PageVisit::videoSeconds).toArray(Integer[]::new))
                .update();
    }

    private static @Nullable Timestamp[] moments(List<PageVisit> visits, Function<PageVisit, @Nullable Instant> which) {
        return visits.stream()
                .map(which)
                .map(it -> it == null ? null : Timestamp.from(it))
                .toArray(Timestamp[]::new);
    }
}
