package io.cohorte.support;

import io.cohorte.groups.GroupId;
import io.cohorte.offers.OfferId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Ids;
import io.cohorte.support.World.TestProduct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Purchases as their events have made them, written straight: for tests of what only reads them. */
public class PurchaseRows {

    private final JdbcClient jdbc;

    public PurchaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A live single payment of 49.90 dollars on our own page, with its grant where the student is one. */
    public UUID live(TestProduct product, AccountId student, @Nullable OfferId offer, GroupId led, Instant at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        INSERT INTO purchases (product_id, purchase_id, area_id, source, reference, buyer, student_id, state,
                            subscription, payments, approved_at, anchor, offer_id, group_id, amount_minor, currency,
                            counts, changed_at)
                        SELECT :product, :id, :area, 'OWN', :id::text, email, account_id, 'LIVE', false, 1, :at, :day,
                            :offer, :group, 4990, 'USD', true, :at
                        FROM accounts WHERE account_id = :student
                        """)
                .param("product", product.ref().id().value())
                .param("id", id)
                .param("area", product.area().id().value())
                .param("at", Timestamp.from(at))
                .param("day", java.sql.Date.valueOf(at.atZone(ZoneOffset.UTC).toLocalDate()))
                .param("offer", offer == null ? null : offer.value(), java.sql.Types.OTHER)
                .param("group", led.value())
                .param("student", student.value())
                .update();
        jdbc.sql("""
                        INSERT INTO grants (product_id, student_id, kind, reference, group_id, starts_at, anchor,
                            routes_at, version)
                        SELECT product_id, student_id, 'PURCHASE', :id, :group, :at, anchor, :at, 0
                        FROM memberships WHERE product_id = :product AND student_id = :student
                        """)
                .param("product", product.ref().id().value())
                .param("id", id)
                .param("group", led.value())
                .param("at", Timestamp.from(at))
                .param("student", student.value())
                .update();
        return id;
    }

    /** Changes what stands of a purchase, as in {@code state = 'ENDED', ...}. */
    public void set(UUID purchase, String change) {
        jdbc.sql("UPDATE purchases SET " + change + " WHERE purchase_id = :id")
                .param("id", purchase)
                .update();
    }

    public void refund(UUID purchase, Instant at) {
        jdbc.sql("""
                        UPDATE purchases SET state = 'ENDED', ended_at = :at, ended_because = 'REFUNDED', counts = false
                        WHERE purchase_id = :id
                        """).param("id", purchase).param("at", Timestamp.from(at)).update();
    }
}
