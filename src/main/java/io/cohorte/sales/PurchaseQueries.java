package io.cohorte.sales;

import io.cohorte.groups.GroupId;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.sales.PurchaseView.State;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of purchases. */
@Service
public class PurchaseQueries {

    private static final String SELECT = """
            SELECT p.*, o.name AS offer_name, g.name AS group_name
            FROM purchases p
                LEFT JOIN offers o ON o.product_id = p.product_id AND o.offer_id = p.offer_id
                LEFT JOIN groups g ON g.product_id = p.product_id AND g.group_id = p.group_id
            WHERE p.product_id = :product
            """;

    private final JdbcClient jdbc;

    PurchaseQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound if the product has no such purchase */
    public PurchaseView get(ProductId product, UUID purchase) {
        return jdbc.sql(SELECT + "AND p.purchase_id = :purchase")
                .param("product", product.value())
                .param("purchase", purchase)
                .query(PurchaseQueries::view)
                .optional()
                .orElseThrow(() -> new NotFound("purchase"));
    }

    /** What a student bought of a product, the newest first. */
    public List<PurchaseView> of(ProductId product, AccountId student) {
        return jdbc.sql(SELECT + "AND p.student_id = :student ORDER BY p.approved_at DESC, p.purchase_id DESC")
                .param("product", product.value())
                .param("student", student.value())
                .query(PurchaseQueries::view)
                .list();
    }

    /** Of a row with all columns of {@code purchases}, {@code offer_name} and {@code group_name}. */
    static PurchaseView view(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new PurchaseView(
                row.getObject("purchase_id", UUID.class),
                SaleSource.valueOf(row.getString("source")),
                row.getString("reference"),
                row.getString("buyer"),
                Optional.ofNullable(row.getObject("student_id", UUID.class))
                        .map(AccountId::new)
                        .orElse(null),
                State.valueOf(row.getString("state")),
                row.getBoolean("subscription"),
                row.getInt("payments"),
                SaleFacts.instant(row, "approved_at"),
                row.getObject("anchor", LocalDate.class),
                Optional.ofNullable(row.getObject("offer_id", UUID.class))
                        .map(OfferId::new)
                        .orElse(null),
                row.getString("offer_name"),
                Optional.ofNullable(row.getObject("group_id", UUID.class))
                        .map(GroupId::new)
                        .orElse(null),
                row.getString("group_name"),
                SaleFacts.instant(row, "ends_at"),
                SaleFacts.instant(row, "suspended_since"),
                SaleFacts.instant(row, "ended_at"),
                row.getString("ended_because"),
                currency == null ? null : new Price(row.getLong("amount_minor"), Currency.getInstance(currency)),
                row.getString("coupon"),
                SaleFacts.instant(row, "completed_at"),
                row.getBoolean("looked") ? null : row.getString("attention"));
    }
}
