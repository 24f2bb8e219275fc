package io.cohorte.progress;

import io.cohorte.content.PageId;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** The door for reads of what students opened and finished. */
@Service
public class ProgressQueries {

    private final JdbcClient jdbc;

    ProgressQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a student did with the pages of a product, also with those that are gone or closed to them today. */
    public Visits of(ProductId product, AccountId student) {
        return visits(jdbc.sql("SELECT * FROM page_progress WHERE product_id = :product AND student_id = :student")
                .param("product", product.value())
                .param("student", student.value()));
    }

    /** The same of several products, each of which is in the map. */
    public Map<ProductId, Visits> of(Collection<ProductId> products, AccountId student) {
        Map<ProductId, List<PageVisit>> visits = new HashMap<>();
        products.forEach(it -> visits.put(it, new ArrayList<>()));
        jdbc.sql("SELECT * FROM page_progress WHERE product_id = ANY (:products) AND student_id = :student")
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .param("student", student.value())
                .query(row -> {
                    visits.get(new ProductId(row.getObject("product_id", UUID.class)))
                            .add(visit(row));
                });
        return visits.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> visits(it.getValue())));
    }

    static Visits visits(StatementSpec statement) {
        return visits(statement.query((row, number) -> visit(row)).list());
    }

    private static Visits visits(List<PageVisit> visits) {
        Map<PageId, PageVisit> pages = visits.stream().collect(Collectors.toMap(PageVisit::page, Function.identity()));
        return new Visits(
                pages,
                visits.stream()
                        .max(Comparator.comparing(PageVisit::lastOpenedAt))
                        .map(PageVisit::page)
                        .orElse(null));
    }

    private static PageVisit visit(ResultSet row) throws SQLException {
        return new PageVisit(
                new PageId(row.getObject("page_id", UUID.class)),
                row.getObject("first_opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_opened_at", OffsetDateTime.class).toInstant(),
                row.getInt("openings"),
                Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getInt("video_seconds"));
    }
}
