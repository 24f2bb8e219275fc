package io.cohorte.sales.web;

import io.cohorte.lists.SpreadsheetWriter;
import io.cohorte.sales.PurchaseView;
import io.cohorte.sales.SaleExports;
import io.cohorte.sales.SaleFilter;
import io.cohorte.sales.SaleLine;
import io.cohorte.sales.SaleQueries;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The sales of an area, as the page shows them, as a file for a spreadsheet. */
@Controller
class SalesExportController {

    private static final int BATCH = 1_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final SaleQueries sales;
    private final SaleExports exports;
    private final MessageSource messages;
    private final Clock clock;

    SalesExportController(SaleQueries sales, SaleExports exports, MessageSource messages, Clock clock) {
        this.sales = sales;
        this.exports = exports;
        this.messages = messages;
        this.clock = clock;
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/areas/{area}/sales/export")
    void export(AreaPass area, SalesRequest asked, Visitor visitor, Locale locale, HttpServletResponse response)
            throws IOException {
        SaleFilter filter = asked.filter(area, LocalDate.ofInstant(clock.instant(), area.zone()));
        exports.begin(filter, visitor.asActor());
        String name = text("sales.export-file", locale) + "-" + filter.from() + "-" + filter.to() + ".csv";
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        SpreadsheetWriter writer = new SpreadsheetWriter(response.getOutputStream());
        writer.row(titles(locale));
        SaleLine last = null;
        List<SaleLine> batch;
        do {
            batch = sales.following(filter, last, BATCH);
            for (SaleLine line : batch) {
                writer.row(cells(line, area.zone(), locale));
                last = line;
            }
            writer.flush();
        } while (batch.size() == BATCH);
    }

    private List<String> titles(Locale locale) {
        return Stream.of(
                        "approved",
                        "zone",
                        "name",
                        "email",
                        "product",
                        "offer",
                        "coupon",
                        "source",
                        "code",
                        "state",
                        "returned",
                        "payments",
                        "amount",
                        "currency")
                .map(it -> text("sales.export." + it, locale))
                .toList();
    }

    private List<String> cells(SaleLine line, ZoneId zone, Locale locale) {
        PurchaseView purchase = line.purchase();
        return Stream.of(
                        MOMENT.format(
                                Objects.requireNonNull(purchase.approvedAt()).atZone(zone)),
                        zone.getId(),
                        line.buyerName(),
                        purchase.buyer(),
                        line.productName(),
                        purchase.offerName(),
                        purchase.coupon(),
                        text("sales.source." + purchase.source(), locale),
                        purchase.reference(),
                        text("sales.purchase.state." + purchase.state(), locale),
                        text(line.counts() ? "sales.export.no" : "sales.export.yes", locale),
                        purchase.payments(),
                        purchase.price() == null ? null : purchase.price().plain(),
                        purchase.price() == null
                                ? null
                                : purchase.price().currency().getCurrencyCode())
                .map(it -> Objects.toString(it, ""))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
