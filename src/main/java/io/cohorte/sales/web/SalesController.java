package io.cohorte.sales.web;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.offers.OfferQueries;
import io.cohorte.sales.PurchaseView;
import io.cohorte.sales.SaleFilter;
import io.cohorte.sales.SaleLine;
import io.cohorte.sales.SaleQueries;
import io.cohorte.sales.SaleReport;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import io.cohorte.web.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sales of an area: what was bought when and by which offer, and each purchase. */
@Controller
class SalesController {

    private final SaleQueries sales;
    private final ProductQueries products;
    private final OfferQueries offers;
    private final Clock clock;

    SalesController(SaleQueries sales, ProductQueries products, OfferQueries offers, Clock clock) {
        this.sales = sales;
        this.products = products;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * A way to ask for so many days up to today.
     *
     * @param query what leads there
     * @param current whether they are what is shown
     */
    record Preset(int days, String query, boolean current) {}

    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping("/areas/{area}/sales")
    String show(
            AreaPass area,
            SalesRequest asked,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), area.zone());
        SaleFilter filter = asked.filter(area, today);
        SaleReport report = sales.report(filter);
        Listing<SaleLine> list = sales.list(filter, Keyset.Request.of(after, before));
        if (list.page().rows().isEmpty() && (after != null || before != null)) {
            list = sales.list(filter, Keyset.Request.FIRST);
        }
        model.addAttribute("filter", filter);
        model.addAttribute("query", SalesRequest.query(filter, filter.from(), filter.to()));
        model.addAttribute("presets", presets(filter, today));
        model.addAttribute("report", report);
        model.addAttribute("plot", SalesPlot.of(report));
        model.addAttribute("page", list.page());
        model.addAttribute("count", list.count());
        model.addAttribute("products", products.of(area.id()));
        model.addAttribute("offers", filter.product() == null ? List.of() : offersOf(area, filter));
        model.addAttribute("sources", SaleSource.values());
        model.addAttribute(
                "states",
                Stream.of(PurchaseView.State.values())
                        .filter(it -> it != PurchaseView.State.PENDING)
                        .toList());
        return "sales/sales";
    }

    /** Of a product of this area alone, whatever the request names. */
    private List<?> offersOf(AreaPass area, SaleFilter filter) {
        boolean own =
                products.of(area.id()).stream().anyMatch(it -> it.ref().id().equals(filter.product()));
        return own ? offers.of(filter.product()) : List.of();
    }

    private static List<Preset> presets(SaleFilter filter, LocalDate today) {
        return Stream.of(7, SalesRequest.USUAL_DAYS, 90, 365)
                .map(days -> {
                    LocalDate from = today.minusDays(days - 1);
                    return new Preset(
                            days,
                            SalesRequest.query(filter, from, today),
                            filter.from().equals(from) && filter.to().equals(today));
                })
                .toList();
    }
}
