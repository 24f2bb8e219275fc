package io.cohorte.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cohorte.access.RuleRows.Saved;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.ContentQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of rules, and of the facts that decisions are made from. */
@Service
public class AccessQueries {

    private static final int MOST_HELD = 20_000;

    private final RuleRows rows;
    private final ContentQueries content;
    private final JdbcClient jdbc;

    /** Held by product, so many modules and pages in all. */
    private final Cache<ProductId, Held> held = Caffeine.newBuilder()
            .maximumWeight(MOST_HELD)
            .weigher((ProductId product, Held it) -> 1 + it.curriculum().pages().size())
            .build();

    AccessQueries(RuleRows rows, ContentQueries content, JdbcClient jdbc) {
        this.rows = rows;
        this.content = content;
        this.jdbc = jdbc;
    }

    /**
     * What is said of a module or page, for the form that edits it.
     *
     * @param version 0 while nothing was said
     */
    public record RulesView(Rules rules, long version) {}

    public RulesView rules(ProductId product, Subject subject) {
        Saved saved = rows.of(product, subject);
        return new RulesView(saved.rules(), saved.version());
    }

    /** All modules and pages of a product with their rules, in two statements. */
    public Curriculum curriculum(ProductView product) {
        ProductId id = product.ref().id();
        Map<UUID, Rules> rules = rows.all(id).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().rules()));
        return new Curriculum(product, content.outline(id), rules);
    }

    /** A curriculum with the mark that its product's outline had before it was read. */
    private record Held(Curriculum curriculum, long changedBy) {}

    /**
     * The same from memory, if nothing of it was changed since it was read.
     *
     * @param changedBy the mark of the product's outline, read just now
     */
    public Curriculum curriculum(ProductView product, long changedBy) {
        Held present = held.getIfPresent(product.ref().id());
        if (present != null
                && present.changedBy() == changedBy
                && present.curriculum().product().equals(product)) {
            return present.curriculum();
        }
        Curriculum read = curriculum(product);
        held.put(product.ref().id(), new Held(read, changedBy));
        return read;
    }

    /** What decides on one account's access to a product, in one statement. */
    public StudentFacts student(ProductRef product, AccountId account) {
        return jdbc.sql("SELECT " + StudentColumns.COLUMNS + " FROM products p " + StudentColumns.JOINS
                        + " WHERE p.area_id = :area AND p.product_id = :product")
                .param("area", product.area().value())
                .param("product", product.id().value())
                .param("account", account.value())
                .query((row, number) -> StudentColumns.read(row))
                .single();
    }
}
