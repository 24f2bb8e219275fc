package io.cohorte.checkout;

import io.cohorte.offers.OfferId;
import io.cohorte.offers.Price;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.SearchWords;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of orders. */
@Service
public class OrderQueries {

    private static final String SELECT = """
            SELECT o.*, a.name AS area_name, p.name AS product_name, f.name AS offer_name, c.code, b.email, t.text AS agreed
            FROM orders o
                JOIN areas a ON a.area_id = o.area_id
                JOIN products p ON p.product_id = o.product_id
                JOIN offers f ON f.product_id = o.product_id AND f.offer_id = o.offer_id
                JOIN offer_codes c ON c.product_id = o.product_id AND c.offer_id = o.offer_id
                JOIN accounts b ON b.account_id = o.buyer_id
                LEFT JOIN sale_terms t ON t.area_id = o.area_id AND t.terms_hash = o.terms_hash
            """;

    private final JdbcClient jdbc;
    private final OrderLinks links;

    OrderQueries(JdbcClient jdbc, OrderLinks links) {
        this.jdbc = jdbc;
        this.links = links;
    }

    /** @param mailed whether the way here was mailed to the buyer */
    public record OwnOrder(OrderView order, boolean mailed) {}

    /**
     * What became of an order.
     *
     * @param by who decided; null for the program
     * @param note what the buyer was told of the reason; null for nothing
     */
    public record OrderStep(
            OrderState state,
            Instant at,
            @Nullable AccountId by,
            @Nullable String note) {}

    /** The order a buyer's link leads to. */
    public Optional<OwnOrder> byToken(String token) {
        return links.find(token)
                .flatMap(it -> find(it.product(), it.order()).map(order -> new OwnOrder(order, it.mailed())));
    }

    /** @throws NotFound if the product, in its area, has no such order */
    public OrderView get(ProductRef product, OrderId order) {
        return find(product.id(), order)
                .filter(it -> it.product().equals(product))
                .orElseThrow(() -> new NotFound("order"));
    }

    Optional<OrderView> find(ProductId product, OrderId order) {
        return jdbc.sql(SELECT + "WHERE o.product_id = :product AND o.order_id = :order")
                .param("product", product.value())
                .param("order", order.value())
                .query(OrderQueries::view)
                .optional();
    }

    /** In the order they were taken in. */
    public List<OrderStep> steps(OrderView order) {
        return jdbc.sql("SELECT state, taken_at, taken_by, note FROM order_steps "
                        + "WHERE product_id = :product AND order_id = :order ORDER BY taken_at, state DESC")
                .param("product", order.product().id().value())
                .param("order", order.id().value())
                .query((row, number) -> new OrderStep(
                        OrderState.valueOf(row.getString("state")),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("taken_by", UUID.class))
                                .map(AccountId::new)
                                .orElse(null),
                        row.getString("note")))
                .list();
    }

    /** One page of an area's orders, the newest first. */
    public Keyset.Page<OrderView> page(AreaId area, OrderFilter filter, Keyset.Request request) {
        Map<String, Object> parameters = new HashMap<>(Map.of("area", area.value()));
        StringBuilder sql = new StringBuilder(SELECT).append(where(filter, parameters));
        if (request.position() != null) {
            sql.append(" AND o.order_id ")
                    .append(request.backwards() ? ">" : "<")
                    .append(" :place");
            parameters.put("place", request.position().id());
        }
        sql.append(" ORDER BY o.order_id ")
                .append(request.backwards() ? "ASC" : "DESC")
                .append(" LIMIT ")
                .append(Keyset.PAGE + 1);
        List<OrderView> found = jdbc.sql(sql.toString())
                .params(parameters)
                .query(OrderQueries::view)
                .list();
        return Keyset.page(request, found, it -> new Keyset.Position("", it.id().value()));
    }

    /** How many orders wait for the staff of an area. */
    public Count waiting(AreaId area) {
        return Count.of(jdbc.sql("SELECT count(*) FROM (SELECT FROM orders "
                        + "WHERE area_id = :area AND state = 'WAITING' LIMIT :limit) AS counted")
                .param("area", area.value())
                .param("limit", Count.LIMIT)
                .query(Long.class)
                .single());
    }

    private static String where(OrderFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("WHERE o.area_id = :area");
        if (filter.state() != null) {
            where.append(" AND o.state = :state");
            parameters.put("state", filter.state().name());
        }
        List<String> words = SearchWords.of(filter.text());
        if (!words.isEmpty()) {
            // By the name typed at ordering, which may be another than the area's, and the address of today.
            String names = SearchWords.condition("(o.sort_name || ' ' || b.email)", words, parameters);
            where.append(" AND (o.number = :number OR (true").append(names).append("))");
            parameters.put("number", OrderNumber.read(filter.text()).orElse(""));
        }
        return where.toString();
    }

    private static OrderView view(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new OrderView(
                new ProductRef(
                        new AreaId(row.getObject("area_id", UUID.class)),
                        new ProductId(row.getObject("product_id", UUID.class))),
                new OrderId(row.getObject("order_id", UUID.class)),
                OrderNumber.shown(row.getString("number")),
                row.getString("area_name"),
                row.getString("product_name"),
                new OfferId(row.getObject("offer_id", UUID.class)),
                row.getString("offer_name"),
                row.getString("code"),
                new AccountId(row.getObject("buyer_id", UUID.class)),
                row.getString("buyer_name"),
                row.getString("email"),
                PaymentMethod.valueOf(row.getString("method")),
                OrderState.valueOf(row.getString("state")),
                new Price(row.getLong("listed_minor"), currency),
                new Price(row.getLong("amount_minor"), currency),
                row.getString("coupon"),
                row.getString("agreed"),
                row.getObject("consented_at", OffsetDateTime.class).toInstant());
    }
}
