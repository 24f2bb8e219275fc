package io.cohorte.comments;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who reported a comment, once each, and which act of moderation answered that. */
@Component
class Reports {

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether that person had not reported it before */
    boolean add(ProductId product, CommentId comment, AccountId reporter, Instant now) {
        return jdbc.sql("INSERT INTO comment_reports (product_id, comment_id, reporter_id, reported_at) "
                                + "VALUES (:product, :comment, :reporter, :now) ON CONFLICT DO NOTHING")
                        .param("product", product.value())
                        .param("comment", comment.value())
                        .param("reporter", reporter.value())
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    /**
     * Settles the reports that nobody has answered.
     *
     * @return how many
     */
    int settle(ProductId product, CommentId comment, Instant act) {
        return jdbc.sql("UPDATE comment_reports SET settled_at = greatest(reported_at, :act) "
                        + "WHERE product_id = :product AND comment_id = :comment AND settled_at IS NULL")
                .param("product", product.value())
                .param("comment", comment.value())
                .param("act", Timestamp.from(act))
                .update();
    }

    /** Opens the reports again that an act had settled. */
    void reopen(ProductId product, CommentId comment, Instant act) {
        jdbc.sql(
                        "UPDATE comment_reports SET settled_at = NULL "
                                + "WHERE product_id = :product AND comment_id = :comment AND settled_at = greatest(reported_at, :act)")
                .param("product", product.value())
                .param("comment", comment.value())
                .param("act", Timestamp.from(act))
                .update();
    }

    void remove(ProductId product, CommentId comment) {
        jdbc.sql("DELETE FROM comment_reports WHERE product_id = :product AND comment_id = :comment")
                .param("product", product.value())
                .param("comment", comment.value())
                .update();
    }
}
