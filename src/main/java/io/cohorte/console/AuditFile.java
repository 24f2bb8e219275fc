package io.cohorte.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.cohorte.audit.AuditEntry;
import io.cohorte.audit.AuditFilter;
import io.cohorte.audit.AuditQueries;
import io.cohorte.console.AuditLine.Change;
import io.cohorte.console.AuditLine.Named;
import io.cohorte.shared.SpreadsheetCell;
import io.cohorte.web.AreaPass;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Entries of the audit as comma-separated text, written as they are read, a batch at a time: neither all of them nor a
 * connection is held meanwhile.
 */
@Component
class AuditFile {

    private static final int BATCH = 1_000;

    /** By it a spreadsheet knows the text for UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final List<String> COLUMNS = List.of(
            "when", "who", "who-id", "what", "kind", "product", "product-id", "subject", "subject-id", "changes");

    private final AuditQueries audit;
    private final AuditLines lines;
    private final MessageSource messages;
    private final Clock clock;

    AuditFile(AuditQueries audit, AuditLines lines, MessageSource messages, Clock clock) {
        this.audit = audit;
        this.lines = lines;
        this.messages = messages;
        this.clock = clock;
    }

    void write(AreaPass area, AuditFilter filter, Locale locale, HttpServletResponse response) throws IOException {
        LocalDate today = LocalDate.now(clock.withZone(area.zone()));
        String name = "audit-" + area.slug() + "-" + today + ".csv";
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(COLUMNS.stream()
                .map("audit.column.%s"::formatted)
                .map(it -> messages.getMessage(it, null, locale))
                .toList());
        UUID behind = null;
        List<AuditEntry> batch;
        do {
            batch = audit.next(filter, behind, BATCH);
            lines.of(area, batch, locale).forEach(it -> csv.writeRecord(cells(it, area)));
            csv.flush();
            behind = batch.isEmpty() ? null : batch.get(batch.size() - 1).id();
        } while (batch.size() == BATCH);
    }

    private static List<String> cells(AuditLine line, AreaPass area) {
        AuditEntry entry = line.entry();
        return Stream.of(
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                entry.at().truncatedTo(ChronoUnit.SECONDS).atZone(area.zone())),
                        line.actor().text(),
                        Objects.toString(entry.actor(), ""),
                        line.kind(),
                        entry.kind(),
                        text(line.product()),
                        Objects.toString(entry.product(), ""),
                        text(line.subject()),
                        entry.subject().toString(),
                        line.changes().stream().map(Change::text).collect(Collectors.joining("; ")))
                .map(SpreadsheetCell::harmless)
                .toList();
    }

    private static String text(@Nullable Named named) {
        return named == null ? "" : named.text();
    }
}
