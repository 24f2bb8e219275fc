package io.cohorte.imports.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.MemberExports;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberQueries;
import io.cohorte.groups.MemberQueries.MemberRow;
import io.cohorte.groups.MemberState;
import io.cohorte.lists.ListRole;
import io.cohorte.lists.ListWriter;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The students of a product, as the list shows them, as a file that can be imported. */
@Controller
class MemberExportController {

    private static final int BATCH = 1_000;

    private final MemberQueries members;
    private final MemberExports exports;
    private final MessageSource messages;

    MemberExportController(MemberQueries members, MemberExports exports, MessageSource messages) {
        this.members = members;
        this.exports = exports;
        this.messages = messages;
    }

    @Requires(Permission.MANAGE)
    @PostMapping("/areas/{area}/products/{product}/members/export")
    void export(
            ProductView product,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID group,
            @RequestParam(defaultValue = "in") String state,
            Visitor visitor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        MemberFilter filter = new MemberFilter(
                q,
                group == null ? null : new GroupId(group),
                MemberState.of(state).orElse(MemberState.IN));
        exports.begin(product.ref(), filter, visitor.asActor());
        String name = messages.getMessage("imports.export-file", null, locale);
        ListFilesController.attach(
                response, "text/csv;charset=UTF-8", name + "-" + product.ref().id() + ".csv");
        ListWriter writer = ListWriter.ofPeople(response.getOutputStream(), ListWords.in(messages, locale));
        MemberRow last = null;
        List<MemberRow> batch;
        do {
            batch = members.following(product.ref(), filter, last, BATCH);
            for (MemberRow row : batch) {
                writer.person(row.name(), row.email(), row.anchor(), row.groupName(), ListRole.STUDENT);
                last = row;
            }
            writer.flush();
        } while (batch.size() == BATCH);
    }
}
