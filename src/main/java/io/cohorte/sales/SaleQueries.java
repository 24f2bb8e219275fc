package io.cohorte.sales;

import io.cohorte.offers.Price;
import io.cohorte.shared.ProductId;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of the sales of an area. */
@Service
public class SaleQueries {

    private static final String SUMS = """
            SELECT date_trunc(:unit, p.approved_at AT TIME ZONE :zone)::date AS period, x.name AS product_name,
                o.name AS offer_name, p.product_id, p.offer_id, p.currency, count(*) AS purchases,
                count(*) FILTER (WHERE NOT p.counts) AS returned,
                coalesce(sum(p.amount_minor) FILTER (WHERE p.counts), 0) AS amount
            FROM purchases p JOIN products x ON x.product_id = p.product_id
                LEFT JOIN offers o ON o.product_id = p.product_id AND o.offer_id = p.offer_id
            WHERE %s GROUP BY 1, 2, 3, 4, 5, 6
            """;

    private static final String LINES = """
            SELECT p.*, x.name AS product_name, o.name AS offer_name, NULL AS group_name, n.name AS buyer_name
            FROM (SELECT * FROM purchases p WHERE %s ORDER BY p.approved_at %s, p.purchase_id %<s LIMIT %d) AS p
                JOIN products x ON x.product_id = p.product_id
                LEFT JOIN offers o ON o.product_id = p.product_id AND o.offer_id = p.offer_id
                LEFT JOIN people n ON n.area_id = :area AND n.account_id = p.student_id
            ORDER BY p.approved_at %2$s, p.purchase_id %2$s
            """;

    private final JdbcClient jdbc;

    SaleQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was sold, by day or month and by offer, in one statement. */
    public SaleReport report(SaleFilter filter) {
        boolean byMonth = ChronoUnit.DAYS.between(filter.from(), filter.to()) >= SaleReport.MOST_DAYS;
        Sum all = new Sum();
        Map<LocalDate, Sum> periods = periods(filter, byMonth);
        Map<List<@Nullable UUID>, Sum> offers = new LinkedHashMap<>();
        Map<List<@Nullable UUID>, List<@Nullable String>> names = new HashMap<>();
        jdbc.sql(SUMS.formatted(filter.condition()))
                .params(filter.parameters())
                .param("unit", byMonth ? "month" : "day")
                .param("zone", filter.zone().getId())
                .query(row -> {
                    List<@Nullable UUID> offer = new ArrayList<>();
                    offer.add(row.getObject("product_id", UUID.class));
                    offer.add(row.getObject("offer_id", UUID.class));
                    List<@Nullable String> name = new ArrayList<>();
                    name.add(row.getString("product_name"));
                    name.add(row.getString("offer_name"));
                    names.put(offer, name);
                    LocalDate period = row.getObject("period", LocalDate.class);
                    all.add(row);
                    periods.get(period.isBefore(filter.from()) ? filter.from() : period)
                            .add(row);
                    offers.computeIfAbsent(offer, none -> new Sum()).add(row);
                });
        return new SaleReport(
                all.figures(),
                byMonth,
                periods.entrySet().stream()
                        .map(it ->
                                new SaleReport.Period(it.getKey(), it.getValue().figures()))
                        .toList(),
                offers.entrySet().stream()
                        .map(it -> new SaleReport.ByOffer(
                                names.get(it.getKey()).get(0),
                                names.get(it.getKey()).get(1),
                                it.getValue().figures()))
                        .sorted(Comparator.comparing(
                                        (SaleReport.ByOffer it) -> it.figures().purchases())
                                .reversed()
                                .thenComparing(SaleReport.ByOffer::product))
                        .toList());
    }

    private static Map<LocalDate, Sum> periods(SaleFilter filter, boolean byMonth) {
        Map<LocalDate, Sum> periods = new TreeMap<>();
        LocalDate first = filter.from();
        while (!first.isAfter(filter.to())) {
            periods.put(first, new Sum());
            first = byMonth ? first.withDayOfMonth(1).plusMonths(1) : first.plusDays(1);
        }
        return periods;
    }

    /** Adds up what is of one currency. */
    private static final class Sum {

        private long purchases;
        private long returned;
        private final Map<String, Long> amounts = new TreeMap<>();

        private void add(ResultSet row) throws SQLException {
            purchases += row.getLong("purchases");
            returned += row.getLong("returned");
            String currency = row.getString("currency");
            if (currency != null) {
                amounts.merge(currency, row.getLong("amount"), Long::sum);
            }
        }

        private SaleReport.Figures figures() {
            return new SaleReport.Figures(
                    purchases,
                    returned,
                    amounts.entrySet().stream()
                            .map(it -> new Price(it.getValue(), Currency.getInstance(it.getKey())))
                            .toList());
        }
    }

    /** One page of the purchases, the newest first. */
    public Listing<SaleLine> list(SaleFilter filter, Keyset.Request asked) {
        Keyset.Request request = isReadable(asked) ? asked : Keyset.Request.FIRST;
        Keyset.Page<SaleLine> page = Keyset.page(
                request,
                lines(filter, request, Keyset.PAGE + 1),
                it -> new Keyset.Position(
                        it.purchase().approvedAt().toString(), it.purchase().id()));
        return new Listing<>(page, Count.of(page, () -> jdbc.sql("SELECT count(*) FROM (SELECT FROM purchases p WHERE"
                        + filter.condition() + "LIMIT " + Count.LIMIT + ") AS c")
                .params(filter.parameters())
                .query(Long.class)
                .single()));
    }

    /** The purchases in batches, the newest first: those behind one; null for the first. */
    public List<SaleLine> following(SaleFilter filter, @Nullable SaleLine behind, int atMost) {
        Keyset.Position position = behind == null
                ? null
                : new Keyset.Position(
                        behind.purchase().approvedAt().toString(),
                        behind.purchase().id());
        return lines(filter, new Keyset.Request(position, false), atMost);
    }

    private List<SaleLine> lines(SaleFilter filter, Keyset.Request request, int atMost) {
        Map<String, Object> parameters = filter.parameters();
        String condition = filter.condition();
        Keyset.Position position = request.position();
        if (position != null) {
            condition += "AND (p.approved_at, p.purchase_id) " + (request.backwards() ? ">" : "<") + " (:at, :id)";
            parameters.put("at", Timestamp.from(Instant.parse(position.sort())));
            parameters.put("id", position.id());
        }
        return jdbc.sql(LINES.formatted(condition, request.backwards() ? "ASC" : "DESC", atMost))
                .params(parameters)
                .query(SaleQueries::line)
                .list();
    }

    private static boolean isReadable(Keyset.Request request) {
        if (request.position() == null) {
            return true;
        }
        try {
            Instant at = Instant.parse(request.position().sort());
            return at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
        } catch (DateTimeParseException crafted) {
            return false;
        }
    }

    private static SaleLine line(ResultSet row, int number) throws SQLException {
        return new SaleLine(
                PurchaseQueries.view(row, number),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                row.getString("buyer_name"),
                row.getBoolean("counts"));
    }
}
