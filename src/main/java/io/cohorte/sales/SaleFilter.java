package io.cohorte.sales;

import io.cohorte.offers.OfferId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which sales are shown: purchases of which a payment was approved, by the day of the first.
 *
 * @param zone in which the days are meant
 * @param from the first day
 * @param to the last day, not before the first
 * @param offer of the product; null for all
 */
public record SaleFilter(
        AreaId area,
        ZoneId zone,
        LocalDate from,
        LocalDate to,
        @Nullable ProductId product,
        @Nullable OfferId offer,
        @Nullable SaleSource source,
        PurchaseView.@Nullable State state) {

    public SaleFilter {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    /** Over {@code purchases p}; approved ones alone, which the indexes by day have. */
    String condition() {
        StringBuilder condition = new StringBuilder(
                " p.area_id = :area AND p.approved_at IS NOT NULL AND p.approved_at >= :from AND p.approved_at < :to");
        if (product != null) {
            condition.append(" AND p.product_id = :product");
        }
        if (offer != null) {
            condition.append(" AND p.offer_id = :offer");
        }
        if (source != null) {
            condition.append(" AND p.source = :source");
        }
        if (state != null) {
            condition.append(" AND p.state = :state");
        }
        return condition.append(' ').toString();
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "area", area.value(),
                "from", Timestamp.from(from.atStartOfDay(zone).toInstant()),
                "to", Timestamp.from(to.plusDays(1).atStartOfDay(zone).toInstant())));
        if (product != null) {
            parameters.put("product", product.value());
        }
        if (offer != null) {
            parameters.put("offer", offer.value());
        }
        if (source != null) {
            parameters.put("source", source.name());
        }
        if (state != null) {
            parameters.put("state", state.name());
        }
        return parameters;
    }
}
