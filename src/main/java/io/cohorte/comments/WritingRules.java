package io.cohorte.comments;

import io.cohorte.content.PageId;
import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks whether somebody may write in a group, of the rows themselves: group and page stay until the command is done. */
@Component
class WritingRules {

    private final JdbcClient jdbc;

    WritingRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether what students write there waits to be approved.
     *
     * @throws NotFound if the page or the group is gone, or a student is not in it
     * @throws CommentsOff if nobody comments there
     */
    boolean waits(ProductId product, PageId page, GroupId group, Participant by) {
        if (by instanceof Participant.Onlooker
                || by.onlyGroup().filter(it -> !it.equals(group)).isPresent()) {
            throw new NotFound("group");
        }
        CommentSetting setting = jdbc.sql("""
                        SELECT g.comments FROM groups g JOIN pages p USING (product_id)
                        WHERE g.product_id = :product AND g.group_id = :group AND p.page_id = :page
                            AND (:staff OR EXISTS (SELECT FROM memberships m WHERE m.product_id = g.product_id
                                AND m.student_id = :account AND m.group_id = g.group_id))
                        FOR SHARE OF g FOR KEY SHARE OF p
                        """)
                .param("product", product.value())
                .param("group", group.value())
                .param("page", page.value())
                .param("staff", by.isStaff())
                .param("account", by.account().value())
                .query(CommentSetting.class)
                .optional()
                .orElseThrow(() -> new NotFound("group"));
        if (setting == CommentSetting.OFF) {
            throw new CommentsOff();
        }
        return setting == CommentSetting.APPROVED_FIRST;
    }

    /** @throws ThreadFull if a comment has as many replies as it can */
    void requireRoom(ProductId product, CommentId root) {
        long replies = jdbc.sql("SELECT count(*) FROM comments WHERE product_id = :product AND parent_id = :root")
                .param("product", product.value())
                .param("root", root.value())
                .query(Long.class)
                .single();
        if (replies >= ThreadFull.MOST_REPLIES) {
            throw new ThreadFull();
        }
    }
}
