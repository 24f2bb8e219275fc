package io.cohorte.imports.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportQueries;
import io.cohorte.imports.ImportView;
import io.cohorte.imports.PreviewQueries;
import io.cohorte.imports.RowView;
import io.cohorte.lists.Findings;
import io.cohorte.lists.ListWriter;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lists as files: as they came, and those of their lines that were refused. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/imports/{id}")
class ListFilesController {

    private static final int BATCH = 1_000;

    private final ImportQueries imports;
    private final PreviewQueries previews;
    private final MessageSource messages;

    ListFilesController(ImportQueries imports, PreviewQueries previews, MessageSource messages) {
        this.imports = imports;
        this.previews = previews;
        this.messages = messages;
    }

    @Requires(Permission.MANAGE)
    @GetMapping("/original")
    void original(ProductView product, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        ImportView run = imports.get(product.ref(), new ImportId(id));
        try (InputStream list = previews.original(product.ref().id(), run.id()).open()) {
            byte[] start = list.readNBytes(BATCH);
            if (start.length == 0) {
                throw new NotFound("original list");
            }
            attach(response, "application/octet-stream", run.fileName() == null ? id + ".txt" : run.fileName());
            response.getOutputStream().write(start);
            list.transferTo(response.getOutputStream());
        }
    }

    /** The refused lines, each behind its reason; corrected, the file can be imported as it is. */
    @Requires(Permission.MANAGE)
    @GetMapping("/refused")
    void refused(ProductView product, @PathVariable UUID id, Locale locale, HttpServletResponse response)
            throws IOException {
        ImportView run = imports.get(product.ref(), new ImportId(id));
        if (run.listGone()) {
            throw new NotFound("refused lines");
        }
        Findings findings = previews.findings(product.ref().id(), run.id()).orElseThrow(() -> new NotFound("list"));
        attach(response, "text/csv;charset=UTF-8", text("imports.refused-file", locale) + "-" + id + ".csv");
        ListWriter writer = ListWriter.ofRefused(response.getOutputStream(), findings, ListWords.in(messages, locale));
        List<RowView> batch;
        int behind = 0;
        do {
            batch = imports.refused(product.ref().id(), run.id(), behind, BATCH);
            for (RowView row : batch) {
                writer.refused(asWritten(row, findings), reason(row, locale), findings);
                behind = row.line();
            }
            writer.flush();
        } while (batch.size() == BATCH);
    }

    /** As it was pasted; a line that was good then, as it would have been. */
    private static String asWritten(RowView row, Findings findings) {
        if (row.raw() != null) {
            return row.raw();
        }
        return findings.columns().stream()
                .map(column -> switch (column) {
                    case NAME -> row.name();
                    case EMAIL -> row.email();
                    case DATE -> row.ownDate() ? row.anchor() : null;
                    case GROUP -> row.groupName();
                    default -> null;
                })
                .map(it -> Objects.toString(it, ""))
                .collect(Collectors.joining(String.valueOf(findings.separator().character())));
    }

    private String reason(RowView row, Locale locale) {
        return messages.getMessage("imports.problem.%s".formatted(row.problem()), new Object[] {row.detail()}, locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    static void attach(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
