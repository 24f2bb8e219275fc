package io.cohorte.comments;

import io.cohorte.content.PageId;
import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of comments. */
@Service
public class CommentQueries {

    /** What a student sees of a comment {@code %1$s}, apart from its thread; deleted ones are not theirs any more. */
    private static final String SEEN_BY_STUDENT =
            "%1$s.group_id = :group AND (%1$s.state = 'APPROVED' OR :own AND %1$s.author_id = :account AND NOT %1$s.by_staff)";

    private static final String SEEN_BY_STAFF = "(CAST(:group AS uuid) IS NULL OR %1$s.group_id = :group)";

    /** One that was deleted is shown because of its replies: of replies that are not seen it tells nothing either. */
    private static final String THREADS = """
            WITH roots AS (
                SELECT c.* FROM comments c
                WHERE c.product_id = :product AND c.page_id = :page AND NOT c.is_reply AND %1$s
                    AND (CAST(:before AS uuid) IS NULL OR c.comment_id < :before)
                    AND (CAST(:thread AS uuid) IS NULL OR c.comment_id = :thread)
                    AND (c.deleted_at IS NULL OR EXISTS (
                        SELECT FROM comments r WHERE r.product_id = :product AND r.parent_id = c.comment_id AND %2$s))
                ORDER BY c.comment_id DESC LIMIT :threads
            ), shown AS (
                SELECT * FROM roots
                UNION ALL
                SELECT newest.* FROM roots CROSS JOIN LATERAL (
                    SELECT r.* FROM comments r
                    WHERE r.product_id = :product AND r.parent_id = roots.comment_id AND %2$s
                    ORDER BY r.comment_id DESC LIMIT :replies) AS newest
            )
            SELECT s.*, g.comments AS setting, %3$s, p.name AS author_name, EXISTS (
                    SELECT FROM comment_reports o WHERE o.product_id = s.product_id AND o.comment_id = s.comment_id
                        AND o.reporter_id = :account) AS reported
            """;

    /** The group's setting comes along though there be no comment. */
    private static final String FOR_STUDENT = sql(SEEN_BY_STUDENT, "NULL AS group_name, 0 AS reports") + """
            FROM groups g LEFT JOIN shown s ON g.comments <> 'OFF'
                LEFT JOIN people p ON p.area_id = :area AND p.account_id = s.author_id
            WHERE g.product_id = :product AND g.group_id = :group
            ORDER BY s.comment_id DESC
            """;

    private static final String FOR_STAFF = sql(SEEN_BY_STAFF, """
            coalesce(g.name, closed.name) AS group_name, (
                SELECT count(*) FROM comment_reports o WHERE o.product_id = s.product_id
                    AND o.comment_id = s.comment_id AND o.settled_at IS NULL) AS reports""") + """
            FROM shown s LEFT JOIN groups g ON g.product_id = s.product_id AND g.group_id = s.group_id
                LEFT JOIN comment_closed_groups closed
                    ON closed.product_id = s.product_id AND closed.group_id = s.group_id
                LEFT JOIN people p ON p.area_id = :area AND p.account_id = s.author_id
            ORDER BY s.comment_id DESC
            """;

    private final JdbcClient jdbc;

    CommentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String sql(String seen, String columns) {
        return THREADS.formatted(seen.formatted("c"), seen.formatted("r"), columns);
    }

    /** What somebody sees under a page, in one statement. That the page is open to them has been found out before. */
    public Discussion of(ProductRef product, PageId page, Participant reader, Window window) {
        GroupId group = reader.onlyGroup().orElse(window.group());
        Map<CommentId, CommentView> roots = new LinkedHashMap<>();
        Map<CommentId, List<CommentView>> replies = new HashMap<>();
        List<CommentSetting> settings = new ArrayList<>();
        jdbc.sql(reader.isStaff() ? FOR_STAFF : FOR_STUDENT)
                .param("own", reader instanceof Participant.Student)
                .param("product", product.id().value())
                .param("area", product.area().value())
                .param("page", page.value())
                .param("account", reader.account().value())
                .param("group", group == null ? null : group.value(), Types.OTHER)
                .param("before", window.before(), Types.OTHER)
                .param("thread", window.thread(), Types.OTHER)
                .param("threads", Window.THREADS + 1)
                .param("replies", window.replies() + 1)
                .query(row -> {
                    CommentRows.setting(row).ifPresent(settings::add);
                    if (row.getObject("comment_id") != null) {
                        CommentView view = CommentRows.view(row, reader);
                        if (view.parent() == null) {
                            roots.put(view.id(), view);
                        } else {
                            replies.computeIfAbsent(view.parent(), none -> new ArrayList<>())
                                    .add(0, view);
                        }
                    }
                });
        if (!reader.isStaff() && settings.isEmpty()) {
            throw new NotFound("group");
        }
        List<CommentThread> threads = roots.values().stream()
                .map(it -> thread(it, replies.getOrDefault(it.id(), List.of()), window.replies()))
                .toList();
        boolean more = threads.size() > Window.THREADS;
        List<CommentThread> shown = more ? threads.subList(0, Window.THREADS) : threads;
        return new Discussion(
                reader.isStaff() ? null : settings.get(0),
                shown,
                more ? shown.get(shown.size() - 1).root().id() : null);
    }

    /** @throws NotFound if the reader sees none of that id under the page */
    public CommentView find(ProductRef product, PageId page, CommentId comment, Participant reader) {
        UUID thread = jdbc.sql("SELECT coalesce(parent_id, comment_id) FROM comments "
                        + "WHERE product_id = :product AND comment_id = :comment")
                .param("product", product.id().value())
                .param("comment", comment.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("comment"));
        return of(product, page, reader, new Window(null, thread, null)).threads().stream()
                .flatMap(CommentThread::all)
                .filter(it -> it.id().equals(comment))
                .findAny()
                .orElseThrow(() -> new NotFound("comment"));
    }

    /** The titles of the pages under which comments stand, of those ids that are some's. */
    public Map<UUID, String> pageTitles(Collection<ProductId> products, Collection<UUID> ids) {
        Map<UUID, String> titles = new HashMap<>();
        jdbc.sql("SELECT c.comment_id, p.title FROM comments c JOIN pages p USING (product_id, page_id) "
                        + "WHERE c.product_id = ANY (:products) AND c.comment_id = ANY (:ids)")
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    titles.put(row.getObject("comment_id", UUID.class), row.getString("title"));
                });
        return titles;
    }

    private static CommentThread thread(CommentView root, List<CommentView> replies, int most) {
        boolean more = replies.size() > most;
        return new CommentThread(root, more ? replies.subList(1, replies.size()) : replies, more);
    }
}
