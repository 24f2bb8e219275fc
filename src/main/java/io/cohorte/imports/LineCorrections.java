package io.cohorte.imports;

import io.cohorte.imports.ListRules.Held;
import io.cohorte.lists.Findings;
import io.cohorte.lists.ListReader;
import io.cohorte.lists.ListedLine;
import io.cohorte.lists.ListedLine.Person;
import io.cohorte.lists.ListedLine.Skipped;
import io.cohorte.lists.ProblemCode;
import io.cohorte.shared.ProductRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads refused lines again as somebody has corrected them. The others keep their addresses: they were there first. */
@Component
class LineCorrections {

    private final ImportReadings readings;
    private final Standings standings;
    private final JdbcClient jdbc;

    LineCorrections(ImportReadings readings, Standings standings, JdbcClient jdbc) {
        this.readings = readings;
        this.standings = standings;
        this.jdbc = jdbc;
    }

    /** Makes every correction of the list once more. */
    void repeat(ImportKey key, ProductRef product, @Nullable UUID group, Findings findings, Held held) {
        readings.corrections(key).forEach((line, raw) -> apply(key, product, group, findings, held, line, raw));
    }

    /** Reads a line again in place of the refused one; nothing happens to any other. */
    void apply(
            ImportKey key,
            ProductRef product,
            @Nullable UUID group,
            Findings findings,
            Held held,
            int line,
            String raw) {
        int refused = jdbc.sql("""
                        DELETE FROM import_rows
                        WHERE product_id = :product AND import_id = :import AND line = :line AND raw IS NOT NULL
                        """)
                .param("product", key.productId())
                .param("import", key.importId())
                .param("line", line)
                .update();
        if (refused > 0) {
            standings.write(key, product, group, List.of(read(key, findings, held, line, raw)));
        }
    }

    private RowDraft read(ImportKey key, Findings findings, Held held, int line, String raw) {
        ListedLine listed = ListReader.readOne(raw, line, findings, held.rules());
        if (listed.content() instanceof Skipped) {
            return RowDraft.refused(line, raw, ProblemCode.TOO_FEW_FIELDS, 1, raw);
        }
        if (listed.content() instanceof Person person) {
            Optional<Integer> other = lineOf(key, person);
            if (other.isPresent()) {
                int column = findings.columns().indexOf(io.cohorte.lists.Field.EMAIL) + 1;
                return RowDraft.refused(
                        line,
                        raw,
                        ProblemCode.SAME_EMAIL_ABOVE,
                        column,
                        other.get().toString());
            }
        }
        return RowDraft.of(listed, held.groups());
    }

    private Optional<Integer> lineOf(ImportKey key, Person person) {
        return jdbc.sql("SELECT min(line) FROM import_rows "
                        + "WHERE product_id = :product AND import_id = :import AND email = :email")
                .param("product", key.productId())
                .param("import", key.importId())
                .param("email", person.email().value())
                .query(Integer.class)
                .optional();
    }
}
