package io.cohorte.sales.web;

import io.cohorte.offers.OfferId;
import io.cohorte.sales.PurchaseView;
import io.cohorte.sales.SaleFilter;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.ProductId;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Query;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;

/**
 * What somebody asks the sales page for. What cannot be read is not asked for; days are of the area's zone.
 *
 * @param from the first day; without it the last thirty are meant
 * @param to the last day
 */
record SalesRequest(
        @Nullable String from,
        @Nullable String to,
        @Nullable String product,
        @Nullable String offer,
        @Nullable String source,
        @Nullable String state) {

    static final int USUAL_DAYS = 30;

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    SaleFilter filter(AreaPass area, LocalDate today) {
        LocalDate end = day(to).orElse(today);
        LocalDate start = day(from).orElse(end.minusDays(USUAL_DAYS - 1));
        Optional<ProductId> of = id(product).map(ProductId::new);
        return new SaleFilter(
                area.id(),
                area.zone(),
                start.isAfter(end) ? end : start,
                start.isAfter(end) ? start : end,
                of.orElse(null),
                of.flatMap(it -> id(offer)).map(OfferId::new).orElse(null),
                constant(SaleSource.values(), source).orElse(null),
                constant(PurchaseView.State.values(), state).orElse(null));
    }

    /** The parameters of an address that asks for the same, but for these days. */
    static String query(SaleFilter filter, LocalDate from, LocalDate to) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("from", from.toString());
        parameters.add("to", to.toString());
        parameters.add("product", Objects.toString(filter.product(), ""));
        parameters.add("offer", Objects.toString(filter.offer(), ""));
        parameters.add("source", Objects.toString(filter.source(), ""));
        parameters.add("state", Objects.toString(filter.state(), ""));
        return Query.of("", parameters).substring(1) + "&";
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed)
                    .map(LocalDate::parse)
                    .map(it -> it.isBefore(FIRST) ? FIRST : it.isAfter(LAST) ? LAST : it);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed).filter(it -> !it.isEmpty()).map(UUID::fromString);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(it -> it.name().equals(name)).findAny();
    }
}
