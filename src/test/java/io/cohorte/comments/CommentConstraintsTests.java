package io.cohorte.comments;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL as the last backstop: what must hold of comments is broken by plain SQL, and refused. */
@CohorteTest
class CommentConstraintsTests {

    private static final String INSERT = """
            INSERT INTO comments (product_id, comment_id, page_id, group_id, parent_id, author_id, by_staff, text, state,
                created_at, version)
            VALUES (:product, :new, :page, :group, :parent, :new, false, 'x', 'APPROVED', now(), 0)
            """;

    @Autowired
    World world;

    @Autowired
    Comments comments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TestProduct product;
    private PageId page;
    private AccountId ana;
    private CommentId root;
    private CommentId reply;

    @BeforeEach
    void write() {
        product = world.product();
        page = world.page(product, world.module(product, "Uno"), "Primera");
        ana = world.students(product, product.firstGroup(), "Ana", 1).get(0);
        Participant student = new Participant.Student(ana, product.firstGroup());
        root = comments.write(product.ref(), page, product.firstGroup(), student, "Hola")
                .id();
        reply = comments.reply(product.ref(), root, student, "Adiós").id();
    }

    @Test
    void refusesAReplyToAReply() {
        refused("a_reply_is_one_level_deep_in_its_page_and_group", INSERT, Map.of("parent", reply.value()));
    }

    @Test
    void refusesAReplyInAnotherGroupThanItsThread() {
        GroupId other = world.group(product, "VIP");
        refused(
                "a_reply_is_one_level_deep_in_its_page_and_group",
                INSERT,
                Map.of("parent", root.value(), "group", other.value()));
    }

    @Test
    void refusesAReplyUnderAnotherPageThanItsThread() {
        PageId other = world.page(product, world.module(product, "Dos"), "Segunda");
        refused(
                "a_reply_is_one_level_deep_in_its_page_and_group",
                INSERT,
                Map.of("parent", root.value(), "page", other.value()));
    }

    @Test
    void refusesACommentUnderAPageOfAnotherProduct() {
        TestProduct other = world.product();
        refused(
                "a_comment_is_of_a_page",
                INSERT.replace(":parent", "NULL"),
                Map.of("product", other.ref().id().value()));
    }

    @Test
    void refusesToDeleteAPageThatHasComments() {
        refused("a_comment_is_of_a_page", "DELETE FROM pages WHERE product_id = :product", Map.of());
    }

    @Test
    void refusesToDeleteACommentThatHasRepliesOrReports() {
        refused(
                "a_reply_is_one_level_deep_in_its_page_and_group",
                "DELETE FROM comments WHERE product_id = :product AND comment_id = :root",
                Map.of());
        jdbc.sql("INSERT INTO comment_reports VALUES (:product, :reply, :new, now(), NULL)")
                .params(parameters(Map.of()))
                .update();
        refused(
                "a_report_is_of_a_comment",
                "DELETE FROM comments WHERE product_id = :product AND comment_id = :reply",
                Map.of());
    }

    @Test
    void refusesTextsThatAreEmptyOrTooLong() {
        refused("comments_text_check", "UPDATE comments SET text = '' WHERE product_id = :product", Map.of());
        refused(
                "comments_text_check",
                "UPDATE comments SET text = repeat('x', 5001) WHERE product_id = :product",
                Map.of());
    }

    @Test
    void refusesATextOfADeletedCommentAndACommentWithoutOne() {
        String sql = "UPDATE comments SET %s WHERE product_id = :product AND comment_id = :root";
        refused("a_deleted_comment_keeps_no_text", sql.formatted("text = NULL"), Map.of());
        refused("a_deleted_comment_keeps_no_text", sql.formatted("deleted_at = now()"), Map.of());
        refused(
                "replies_are_deleted_altogether",
                "UPDATE comments SET text = NULL, deleted_at = now() WHERE product_id = :product AND comment_id = :reply",
                Map.of());
    }

    @Test
    void refusesStatesNobodyKnows() {
        refused("a_comment_is_in_a_state", "UPDATE comments SET state = 'GONE' WHERE product_id = :product", Map.of());
        refused(
                "a_comment_was_in_a_state",
                "UPDATE comments SET former_state = 'GONE', moderated_at = now() WHERE product_id = :product",
                Map.of());
        refused(
                "an_act_of_moderation_has_its_moment",
                "UPDATE comments SET former_state = 'PENDING' WHERE product_id = :product",
                Map.of());
        refused(
                "a_group_comments_in_one_of_three_ways",
                "UPDATE groups SET comments = 'SOMETIMES' WHERE product_id = :product",
                Map.of());
    }

    @Test
    void refusesASecondReportBySomebodyAndOneSettledBeforeItWasMade() {
        String insert = "INSERT INTO comment_reports VALUES (:product, :root, :ana, now(), %s)";
        refused("a_report_is_settled_after_it_was_made", insert.formatted("now() - interval '1 second'"), Map.of());
        jdbc.sql(insert.formatted("NULL")).params(parameters(Map.of())).update();
        refused("comment_reports_pkey", insert.formatted("NULL"), Map.of());
    }

    @Test
    void refusesToTellTwiceOfADay() {
        String insert = "INSERT INTO comment_digests VALUES (:new, DATE '2026-03-01', :%s, now(), now() %s)";
        jdbc.sql(insert.formatted("root", ""))
                .params(parameters(Map.of("new", root.value())))
                .update();
        refused("comment_digests_pkey", insert.formatted("reply", ""), Map.of("new", root.value()));
        refused("comment_digests_cause_key", insert.formatted("root", ""), Map.of());
        refused("a_digest_tells_of_a_time", insert.formatted("page", "- interval '1 second'"), Map.of());
    }

    private Map<String, Object> parameters(Map<String, UUID> others) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "product", product.ref().id().value(),
                "page", page.value(),
                "group", product.firstGroup().value(),
                "ana", ana.value(),
                "root", root.value(),
                "reply", reply.value(),
                "new", Ids.next()));
        parameters.putAll(others);
        return parameters;
    }

    private void refused(String constraint, String sql, Map<String, UUID> others) {
        Map<String, Object> parameters = parameters(others);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql(sql).params(parameters).update()))
                .rootCause()
                .hasMessageContaining(constraint);
    }
}
